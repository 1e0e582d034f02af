import AWSClient
import Services
import Testing

struct LoginProblemTests {
  static let table: [(action: RequestContext.Action, code: String, status: Int, says: String)] = [
    (role, "UnauthorizedException", 401, "log in again with `switchback login`"),
    (role, "ForbiddenException", 403, "not assigned to you"),
    (role, "ResourceNotFoundException", 404, "sso_account_id and sso_role_name"),
    (role, "AccessDeniedException", 403, "not assigned to you"),
    (role, "InvalidRequestException", 400, "sso_region"),
    (role, "TooManyRequestsException", 429, "Too many calls"),
    (role, "SomethingNew", 400, "documentation of Identity Center"),
    (.logout, "UnauthorizedException", 401, "Logged out"),
    (token, "AuthorizationPendingException", 400, "waiting for approval"),
    (token, "SlowDownException", 400, "too soon"),
    (token, "ExpiredTokenException", 400, "was not approved in time"),
    (token, "InvalidClientException", 401, "registration"),
    (token, "UnauthorizedClientException", 400, "registration"),
    (token, "InvalidGrantException", 400, "used already"),
    (refresh, "InvalidGrantException", 400, "can no longer be renewed"),
    (token, "AccessDeniedException", 400, "declined"),
    (token, "InvalidScopeException", 400, "sso_registration_scopes"),
    (token, "InternalServerException", 500, "error at AWS"),
    (.registerClient, "InvalidClientMetadataException", 400, "sso_start_url"),
    (.registerClient, "InvalidRedirectUriException", 400, "sso_start_url"),
    (start, "InvalidRequestException", 400, "sso_start_url"),
    (start, "InvalidRequestRegionException", 400, "another region"),
    (.renewSignIn, "ValidationException", 400, "AWS refused to renew the login to the console"),
    (.renewSignIn, "TooManyRequestsError", 429, "Too many calls"),
  ]
  static let role = RequestContext.Action.roleCredentials(
    accountID: "111111111111", roleName: "Admin")
  static let token = RequestContext.Action.createToken(.deviceCode)
  static let refresh = RequestContext.Action.createToken(.refreshToken)
  static let start = RequestContext.Action.startDeviceAuthorization(
    startURL: "https://d-1.awsapps.com/start")

  @Test(arguments: table.indices) func everyRefusalSaysWhatToTry(index: Int) {
    let row = Self.table[index]
    let refusal = ErrorResponse(code: row.code, message: "Words of AWS", httpStatus: row.status)
    let sentence = ServiceError(refusal, RequestContext(row.action)).description
    #expect(sentence.contains(row.says), "\(sentence)")
    #expect(sentence.contains("Words of AWS. (\(row.code))"))
    #expect(!sentence.contains("STS"))
    expectIsFit(sentence)
  }

  @Test func hostileNamesAreCleaned() {
    let noise = "\u{1B}[31m\u{202E}\n" + String(repeating: "x\u{301}", count: 9000)
    let actions: [RequestContext.Action] = [
      .roleCredentials(accountID: noise, roleName: noise),
      .startDeviceAuthorization(startURL: noise), .assumeRoleWithSAML(noise, provider: noise),
    ]
    for action in actions {
      let refusal = ErrorResponse(code: "AccessDenied", message: noise, httpStatus: 403)
      expectIsFit(ServiceError(refusal, RequestContext(action)).description)
      expectIsFit(ServiceError.timedOut(seconds: 1, RequestContext(action)).description)
    }
  }
}

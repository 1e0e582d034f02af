import AWSClient
import Testing

struct MeaningTests {
  private func problem(
    _ action: RequestContext.Action, _ code: String, _ status: Int = 400, oauth: String? = nil
  ) -> ServiceError {
    ServiceError(
      ErrorResponse(code: code, message: "m", httpStatus: status, oauthError: oauth),
      RequestContext(action))
  }

  static let reasons: [(code: String, error: String, reason: OAuthReason)] = [
    ("AuthorizationPendingException", "authorization_pending", .authorizationPending),
    ("SlowDownException", "slow_down", .slowDown),
    ("ExpiredTokenException", "expired_token", .expired),
    ("InvalidClientException", "invalid_client", .invalidClient),
    ("InvalidGrantException", "invalid_grant", .invalidGrant),
    ("AccessDeniedException", "access_denied", .accessDenied),
  ]

  @Test(arguments: reasons.indices) func oauthsReasonIsReadWhicheverWayItComes(index: Int) {
    let row = Self.reasons[index]
    for action in [LoginProblemTests.token, .registerClient, LoginProblemTests.start] {
      #expect(problem(action, row.code).oauthReason == row.reason)
      #expect(problem(action, row.error, oauth: row.error).oauthReason == row.reason)
      #expect(problem(action, "Unheard", oauth: row.error).oauthReason == row.reason)
    }
  }

  @Test func nothingElseHasAnOAuthReason() {
    #expect(problem(.getCallerIdentity, "ExpiredTokenException").oauthReason == nil)
    #expect(problem(LoginProblemTests.role, "AccessDeniedException", 403).oauthReason == nil)
    #expect(problem(LoginProblemTests.token, "InternalServerException", 500).oauthReason == nil)
    #expect(
      ServiceError.timedOut(seconds: 1, RequestContext(LoginProblemTests.token)).oauthReason == nil)
  }

  @Test func onlyThePortalEndsALogin() {
    #expect(problem(LoginProblemTests.role, "UnauthorizedException", 401).meansLoginEnded)
    #expect(problem(LoginProblemTests.role, "Unheard", 401).meansLoginEnded)
    #expect(problem(.logout, "UnauthorizedException", 401).meansLoginEnded)
    #expect(!problem(LoginProblemTests.role, "ForbiddenException", 403).meansLoginEnded)
    #expect(!problem(LoginProblemTests.token, "InvalidClientException", 401).meansLoginEnded)
    #expect(!problem(.getCallerIdentity, "UnauthorizedException", 401).meansLoginEnded)
    #expect(!ServiceError.timedOut(seconds: 1, RequestContext(.logout)).meansLoginEnded)
  }

  @Test(arguments: ["ExpiredToken", "ExpiredTokenException"])
  func keysThatHaveEndedAreThoseOfTheCaller(code: String) {
    let role = "arn:aws:iam::123456789012:role/rr"
    #expect(problem(.assumeRole(role), code).meansCredentialsExpired)
    #expect(problem(.getSessionToken, code).meansCredentialsExpired)
    #expect(problem(.getCallerIdentity, code).meansCredentialsExpired)
    #expect(!problem(.assumeRoleWithWebIdentity(role), code).meansCredentialsExpired)
    #expect(!problem(.assumeRoleWithSAML(role, provider: "p"), code).meansCredentialsExpired)
    #expect(!problem(LoginProblemTests.token, code).meansCredentialsExpired)
    #expect(!problem(.getCallerIdentity, "AccessDenied").meansCredentialsExpired)
  }
}

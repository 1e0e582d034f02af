import AWSClient
import Testing

struct ProblemTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var code, message: String
    var says: [String]
    var testDescription: String { "\(code): \(message)" }

    init(_ code: String, _ message: String, _ says: String...) {
      (self.code, self.message, self.says) = (code, message, says)
    }
  }

  static let denied = "User: arn:aws:iam::1:user/u is not authorized to perform: sts:AssumeRole"
  static let failedMFA = "MultiFactorAuthentication failed"

  static let table = [
    Row("AccessDenied", denied, "trust policy", "mfa_serial is not set", "external_id is not set"),
    Row(
      "AccessDenied", failedMFA + " with invalid MFA one time pass code.", "wrong or already used"),
    Row(
      "AccessDenied", failedMFA + ", unable to validate MFA code.  Please verify your MFA serial",
      "mfa_serial", "not :user/"),
    Row(
      "AccessDenied",
      failedMFA + ", must provide both MFA serial number and one time pass code.",
      "are sent together"
    ),
    Row("AccessDenied", "Cannot call GetSessionToken with session credentials", "long-term"),
    Row("AccessDenied", "Roles may not be assumed by root accounts.", "root user"),
    Row(
      "ValidationError",
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role "
        + "chaining.", "duration_seconds", "3600"),
    Row(
      "ValidationError",
      "The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
      "maximum session duration", "now 7200"),
    Row(
      "ValidationError", "1 validation error detected: Value 'x' at 'roleSessionName' failed",
      "roleSessionName", "Correct the value"),
    Row("InvalidClientTokenId", "The security token is invalid.", "partition", "eu-west-1"),
    Row("ExpiredToken", "The security token included in the request is expired", "Sign in again"),
    Row("ExpiredTokenException", "The web identity token has expired", "new web identity token"),
    Row(
      "SignatureDoesNotMatch", "The request signature we calculated does not match",
      "secret access key"),
    Row(
      "SignatureDoesNotMatch", "Credential should be scoped to a valid region, not 'eu-west-1'.",
      "The region is wrong, not the secret access key", "--region", "clock"),
    Row(
      "SignatureDoesNotMatch", "Date in Credential scope does not match YYYYMMDD from ISO-8601",
      "clock"),
    Row(
      "AccessDenied",
      "User: arn:aws:iam::1:user/u is not authorized to perform: sts:TagSession on resource: r",
      "AWS names what is missing: sts:TagSession", "session tags were sent"),
    Row(
      "AccessDenied",
      denied + " on resource: r because no identity-based policy allows the sts:AssumeRole action",
      "AWS names what is missing: sts:AssumeRole", "no policy of the caller"),
    Row(
      "AccessDenied", denied + " on resource: r with an explicit deny in a service control policy",
      "service control policy of the organization"),
    Row("SignatureDoesNotMatch", "Signature expired: a is now earlier than b", "clock"),
    Row("SignatureDoesNotMatch", "Signature not yet current: a is still later than b", "clock"),
    Row("RequestTimeTooSkewed", "x", "clock"), Row("RequestExpired", "x", "clock"),
    Row("IncompleteSignature", "x", "proxy"), Row("MissingAuthenticationToken", "x", "proxy"),
    Row("RegionDisabledException", "STS is not activated in this region", "Enable", "eu-west-1"),
    Row("PackedPolicyTooLarge", "Packed policy consumes 112%", "112%", "Shorten"),
    Row("MalformedPolicyDocument", "x", "JSON policy"),
    Row("InvalidIdentityToken", "x", "new token"), Row("IDPRejectedClaim", "x", "trust policy"),
    Row("IDPCommunicationError", "x", "identity provider"),
    Row("Throttling", "Rate exceeded", "Rate exceeded"),
    Row("ThrottlingException", "Rate exceeded", "try again in a while"),
    Row("RequestLimitExceeded", "x", "Too many calls"),
    Row("TooManyRequestsException", "x", "Too many calls"),
    Row("InternalFailure", "x", "error at AWS"), Row("ServiceUnavailable", "x", "error at AWS"),
    Row("RequestTimeout", "x", "error at AWS"), Row("OptInRequired", "x", "sign-up"),
    Row("InvalidAction", "Could not find operation AssumeRole", "the server there is not STS"),
    Row("AuthFailure", "x", "AWS does not know this access key"),
    Row("SomethingNew", "Words of AWS", "Words of AWS", "SomethingNew"),
  ]

  @Test(arguments: table) func everyRefusalSaysWhatWasAskedAnsweredAndToTry(row: Row) {
    let problem = ServiceError(
      ErrorResponse(code: row.code, message: row.message, httpStatus: 403), asked())
    let sentence = problem.description
    #expect(
      sentence.contains("assume arn:aws:iam::123456789012:role/rr as base (access key AKIABASE)"))
    for part in row.says {
      #expect(sentence.contains(part), "\(sentence)")
    }
    expectIsFit(sentence)
  }

  /// Of a signature that does not match AWS quotes all that was signed.
  @Test func noTokenThatAWSQuotesIsSaid() {
    let token = "FwoGZXIvYXdzEBYaDHFzZXNzaW9uVG9rZW4xMjM0NTY3ODkwYWJjZGVmZ2hp/+IqLk=="
    let message = "The Canonical String should have been 'POST\nx-amz-security-token:\(token)\n'"
    let refusal = ErrorResponse(code: "SignatureDoesNotMatch", message: message, httpStatus: 403)
    let sentence = ServiceError(refusal, asked()).description
    #expect(!sentence.contains(token.prefix(20)), "\(sentence)")
    #expect(sentence.contains("x-amz-security-token:••••"), "\(sentence)")
  }

  @Test func aSecretInThePlaceOfAKeyIsNotSaid() {
    var asked = asked()
    asked.accessKeyID = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY1"
    let refusal = ErrorResponse(code: "InvalidClientTokenId", message: "m", httpStatus: 403)
    #expect(ServiceError(refusal, asked).description.contains("(access key ••••)"))
  }

  @Test func whatAWSNamesIsNotCalledUnknown() {
    for message in [
      "User: u is not authorized to perform: sts:SetSourceIdentity on resource: r",
      Self.denied + " on resource: r because no resource-based policy allows the action",
    ] {
      let refusal = ErrorResponse(code: "AccessDenied", message: message, httpStatus: 403)
      #expect(!ServiceError(refusal, asked()).description.contains("AWS does not say"))
    }
  }

  @Test func aRegionThatSTSDoesNotKnowIsNamedWithTheNearest() {
    var asked = asked()
    asked.endpoint = Endpoint(
      url: "https://sts.us-esat-1.amazonaws.com", signingRegion: "us-esat-1")
    let refusal = ErrorResponse(
      code: "SignatureDoesNotMatch", message: "Credential should be scoped to a valid region.",
      httpStatus: 403)
    let sentence = ServiceError(refusal, asked).description
    #expect(sentence.contains("'us-esat-1'") && sentence.contains("did you mean us-east-1"))
    #expect(!sentence.contains("does not belong to this access key"))
  }

  @Test func theChecklistFollowsWhatWasSent() {
    var asked = asked()
    asked.mfaSerial = "arn:aws:iam::1:mfa/me"
    asked.externalID = "Acme"
    asked.hasTags = true
    asked.sourceIdentity = "alice"
    let refusal = ErrorResponse(code: "AccessDenied", message: Self.denied, httpStatus: 403)
    let sentence = ServiceError(refusal, asked).description
    #expect(!sentence.contains("mfa_serial is not set"))
    #expect(sentence.contains("external ID 'Acme'"))
    #expect(sentence.contains("sts:TagSession"))
    #expect(sentence.contains("sts:SetSourceIdentity"))
  }

  static let byToken: [(action: RequestContext.Action, code: String, says: [String])] = [
    (
      .assumeRoleWithWebIdentity(role), "AccessDenied",
      ["with a web identity token", "audience and subject"]
    ),
    (.assumeRoleWithWebIdentity(role), "ExpiredTokenException", ["new web identity token"]),
    (.assumeRoleWithWebIdentity(role), "InvalidIdentityToken", ["names its provider"]),
    (
      .assumeRoleWithSAML(role, provider: provider), "AccessDenied",
      [
        "with an assertion from \(provider)", "sts:AssumeRoleWithSAML to \(provider)", "SAML:aud",
        "Role attribute",
      ]
    ),
    (.assumeRoleWithSAML(role, provider: provider), "ExpiredTokenException", ["five minutes"]),
    (.assumeRoleWithSAML(role, provider: provider), "InvalidIdentityToken", ["new assertion"]),
    (.assumeRoleWithSAML(role, provider: provider), "IDPRejectedClaim", ["new assertion"]),
  ]
  static let role = "arn:aws:iam::123456789012:role/rr"
  static let provider = "arn:aws:iam::123456789012:saml-provider/adfs"

  @Test(arguments: byToken.indices) func withoutKeysTheAdviceIsAboutTheToken(index: Int) {
    let row = Self.byToken[index]
    let refusal = ErrorResponse(code: row.code, message: "m", httpStatus: 400)
    let sentence = ServiceError(refusal, RequestContext(row.action)).description
    for part in row.says {
      #expect(sentence.contains(part), "\(sentence)")
    }
    for part in ["mfa_serial", "external_id"] {
      #expect(!sentence.contains(part), "\(sentence)")
    }
    expectIsFit(sentence)
  }

  @Test func aWrongCodeIsACaseOfItsOwn() {
    let message = Self.failedMFA + " with invalid MFA one time pass code."
    let problem = ServiceError(
      ErrorResponse(code: "AccessDenied", message: message, httpStatus: 403), asked())
    #expect(problem == .wrongCode(asked()))
    #expect(problem.needsNewCode)
  }

  @Test func hostileWordsAreCleanedAndCut() {
    let noise = "\u{1B}[31m\u{202E}\u{7}\n" + String(repeating: "e\u{301}\u{200B}", count: 20_000)
    var asked = asked()
    asked.caller = noise
    asked.externalID = noise
    asked.mfaSerial = noise
    let refusal = ErrorResponse(code: noise, message: noise, httpStatus: 403)
    let denied = ErrorResponse(code: "AccessDenied", message: noise, httpStatus: 403)
    let problems: [ServiceError] = [
      .refused(refusal, asked), .refused(denied, asked), .wrongCode(asked),
      .codeMayBeUsed(because: "\(HTTPError.broken(host: noise, reason: noise))", asked),
      .invalid([noise], asked), .unreadable(.unexpectedElement(noise), status: 200, asked),
      .noResponse(.unreachable(host: noise, reason: noise), attempts: 3, asked),
      .timedOut(seconds: 50, asked),
    ]
    for problem in problems {
      expectIsFit(problem.description)
    }
  }

  private func asked() -> RequestContext {
    var asked = RequestContext(.assumeRole("arn:aws:iam::123456789012:role/rr"))
    asked.caller = "base"
    asked.accessKeyID = "AKIABASE"
    asked.endpoint = Endpoint(
      url: "https://sts.eu-west-1.amazonaws.com", signingRegion: "eu-west-1")
    asked.durationSeconds = 7200
    return asked
  }
}

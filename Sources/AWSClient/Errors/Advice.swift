import Accounts
import Text

/// What to try after a refusal, in whole sentences.
func advice(for reason: ErrorReason, _ asked: RequestContext) -> String {
  switch reason {
  case .accessDenied: accessDeniedChecklist(asked)
  case .notAllowed(let denial): denial.advice(asked)
  case .wrongCode:
    "The MFA code was wrong or already used; each is good for one call. Wait for the next code "
      + "and try again."
  case .unknownDevice:
    "Check that mfa_serial\(quoted(asked.mfaSerial)) is the ARN of an MFA device "
      + "(arn:...:mfa/NAME, not :user/) of the IAM user whose keys ask; a role has no device."
  case .incompleteMFA:
    "A code needs its device and a device its code: set mfa_serial, and give the code."
  case .temporaryKeys:
    "Only long-lived keys of a user may ask for session keys; use such keys as the source."
  case .rootMayNotAssume:
    "The root user cannot assume roles; use the keys of an IAM user or another role."
  case .longerThanChain:
    "A role that is assumed with temporary keys lasts an hour at most: set duration_seconds to "
      + "3600 or less."
  case .longerThanRole:
    "The role allows shorter sessions only: lower duration_seconds\(duration(asked)), for instance "
      + "to 3600, or raise the role's maximum session duration."
  case .invalidValue:
    "Correct the value that AWS names, in the profile or the command."
  case .login(let reason): advice(for: reason, asked)
  case .metadata(let status): advice(forMetadata: status, asked)
  default: advice(forAccountOrRequest: reason, asked)
  }
}

/// What to try where the keys, the clock, the region or the service is at fault.
private func advice(forAccountOrRequest reason: ErrorReason, _ asked: RequestContext) -> String {
  switch reason {
  case .unknownKey: unknownKeyAdvice(asked)
  case .expired: "Sign in again, or get new keys for the source\(quoted(asked.caller))."
  case .expiredWebToken: "Get a new web identity token, and try again."
  case .expiredAssertion:
    "Sign in to the identity provider again: an assertion is good for about five minutes."
  case .wrongSecret:
    "The secret key does not belong to this access key: look for a character too many, or a space, "
      + "where it was pasted."
  case .wrongScope: wrongScopeAdvice(asked)
  case .clockSkew:
    "This machine's clock differs from AWS's by more than 15 minutes: set the clock."
  case .unsigned:
    "A proxy may have removed the Authorization header on the way; check HTTPS_PROXY and the "
      + "endpoint URL."
  case .regionDisabled:
    "Enable \(region(asked)) in that account, or choose another with --region."
  case .unknownAction:
    "Check the endpoint (\(asked.host)): what answers there is not STS, or an older one."
  case .notSubscribed: "Finish the sign-up of that AWS account, or use another."
  case .policyTooLarge: "Shorten the session policy, or send fewer tags."
  case .malformedPolicy: "Correct the session policy, which must be a JSON policy document."
  case .webTokenRejected:
    "Get a new token, and check that the role's trust policy names its provider and its audience."
  case .assertionRejected:
    "Get a new assertion, and check that it names this role together with this provider, and that "
      + "the role's trust policy names the provider."
  case .providerUnreachable: "AWS could not reach the identity provider; try again in a while."
  case .throttled: throttledAdvice(asked)
  case .unavailable: unavailableAdvice(asked)
  default: "Look the error up in AWS's documentation of \(asked.service.name)."
  }
}

/// The signature names the region, so that AWS looks at that before it looks at the secret.
private func wrongScopeAdvice(_ asked: RequestContext) -> String {
  let name = asked.endpoint.map { RegionName($0.signingRegion) } ?? .usable
  let what =
    name == .usable
    ? "\(region(asked)) is not the one that this endpoint is in, or is not open to the account"
    : "it was signed for '\(forDisplay(asked.endpoint?.signingRegion ?? ""))', \(name.problem.dropLast())"
  return
    "The region is wrong, not the secret key: \(what). Choose another with --region, or correct region in "
    + "the profile; with a right region, set this machine's clock."
}

private func unavailableAdvice(_ asked: RequestContext) -> String {
  switch asked.service {
  case .sts: "This is an error at AWS. Try again later, or try another region with --region."
  case .portal, .oidc, .signIn: "This is an error at AWS. Try again later."
  case .container, .instance: "Try again later."
  }
}

private func throttledAdvice(_ asked: RequestContext) -> String {
  asked.service == .sts
    ? "Too many calls are made at once in that account; try again in a while."
    : "Too many calls are made at once; try again in a while."
}

private func unknownKeyAdvice(_ asked: RequestContext) -> String {
  "AWS knows no such key: it may be deleted or inactive, lack its session token, or belong to "
    + "another partition than \(region(asked)). In a region that must be enabled first, tokens "
    + "from the global endpoint do not work; use keys got in a region."
}

private func region(_ asked: RequestContext) -> String {
  asked.endpoint.map { "the region \(forDisplay($0.signingRegion))" } ?? "the region"
}

private func duration(_ asked: RequestContext) -> String {
  asked.durationSeconds.map { " (now \($0), or \(shortDuration($0)))" } ?? ""
}

func quoted(_ text: String?) -> String {
  text.map { " '\(forDisplay($0))'" } ?? ""
}

/// What to try after a refusal of the container's endpoint or of the instance's metadata service.
func advice(forMetadata status: Int, _ asked: RequestContext) -> String {
  switch (asked.service, status) {
  case (.instance, 404): "Attach an IAM role to this instance, or use another source than it."
  case (.instance, 401), (.instance, 403):
    "The metadata service of this instance is disabled, or requires IMDSv2 tokens: check the "
      + "instance's metadata options."
  case (.container, 401), (.container, 403):
    "Check AWS_CONTAINER_AUTHORIZATION_TOKEN and AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE."
  case (.container, 404):
    "Check AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI."
  default: "Check \(asked.host)."
  }
}

/// What to try where no answer came.
func adviceWithoutResponse(_ asked: RequestContext) -> String {
  switch asked.service {
  case .instance:
    "Is this an EC2 instance? Elsewhere, use another source than Ec2InstanceMetadata."
  case .container:
    "Is this a container with a role? Check AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and "
      + "AWS_CONTAINER_CREDENTIALS_FULL_URI (\(asked.host))."
  case .oidc where asked.action == .createToken(.authorizationCode):
    "The code from the browser may be used up: log in again."
  default: "Check the network, HTTPS_PROXY and the endpoint (\(asked.host))."
  }
}

import Accounts
import Text

/// What to try after an error response, in whole sentences.
func advice(for reason: ErrorReason, _ context: RequestContext) -> String {
  switch reason {
  case .accessDenied: accessDeniedChecklist(context)
  case .notAllowed(let denial): denial.advice(context)
  case .wrongCode:
    "The MFA code was wrong or already used; each is good for one call. Wait for the next code "
      + "and try again."
  case .unknownDevice:
    "Check that mfa_serial\(quoted(context.mfaSerial)) is the ARN of an MFA device "
      + "(arn:...:mfa/NAME, not :user/) of the IAM user whose credentials are used; a role has no "
      + "MFA device."
  case .incompleteMFA:
    "An MFA code and its device are sent together: set mfa_serial, and enter the code."
  case .temporaryCredentials:
    "Only an IAM user's long-term credentials can get session credentials; use them as the source."
  case .rootMayNotAssume:
    "The root user cannot assume roles; use the credentials of an IAM user or another role."
  case .longerThanChain:
    "A role assumed with temporary credentials lasts an hour at most: set duration_seconds to 3600 "
      + "or less."
  case .longerThanRole:
    "The role allows shorter sessions only: lower duration_seconds\(duration(context)), for "
      + "instance to 3600, or raise the role's maximum session duration."
  case .invalidValue: "Correct the value that AWS names, in the profile or the command."
  case .authentication(let reason): advice(for: reason, context)
  case .regionDisabled:
    "Enable \(region(context)) in that account, or choose another with --region."
  case .notSubscribed: "Finish the sign-up of that AWS account, or use another."
  case .unknownAction:
    "Check the endpoint (\(context.host)): the server there is not STS, or is an older version."
  case .policyTooLarge: "Shorten the session policy, or send fewer tags."
  case .malformedPolicy: "Correct the session policy, which must be a JSON policy document."
  case .throttled: throttledAdvice(context)
  case .unavailable: unavailableAdvice(context)
  case .login(let reason): advice(for: reason, context)
  case .metadata(let status): advice(forMetadata: status, context)
  case .other: "Look the error up in AWS's documentation of \(context.service.name)."
  }
}

/// What to try if AWS did not accept the credentials, the token or the signature of a request.
private func advice(for reason: AuthenticationReason, _ context: RequestContext) -> String {
  switch reason {
  case .unknownKey: unknownKeyAdvice(context)
  case .expired: "Sign in again, or get new credentials for the source\(quoted(context.caller))."
  case .expiredWebToken: "Get a new web identity token, and try again."
  case .expiredAssertion:
    "Sign in to the identity provider again: an assertion is good for about five minutes."
  case .wrongSecret:
    "The secret access key does not belong to this access key: check the pasted value for an extra "
      + "character or a space."
  case .wrongScope: wrongScopeAdvice(context)
  case .clockSkew:
    "This machine's clock differs from AWS's by more than 15 minutes: set the clock."
  case .unsigned:
    "A proxy may have removed the Authorization header on the way; check HTTPS_PROXY and the "
      + "endpoint URL."
  case .webTokenRejected:
    "Get a new token, and check that the role's trust policy names its provider and its audience."
  case .assertionRejected:
    "Get a new assertion, and check that it names this role together with this provider, and that "
      + "the role's trust policy names the provider."
  case .providerUnreachable: "AWS could not reach the identity provider; try again in a while."
  }
}

/// Advice for a wrong region in a signature, which AWS checks before the secret.
private func wrongScopeAdvice(_ context: RequestContext) -> String {
  let name = context.endpoint.map { RegionName($0.signingRegion) } ?? .usable
  let signingRegion = forDisplay(context.endpoint?.signingRegion ?? "")
  let cause =
    name == .usable
    ? "\(region(context)) is not this endpoint's region, or is not enabled for the account"
    : "the request was signed for '\(signingRegion)', \(name.problem.dropLast())"
  return
    "The region is wrong, not the secret access key: \(cause). Choose another with --region, or "
    + "correct region in the profile; if the region is right, set this machine's clock."
}

private func unavailableAdvice(_ context: RequestContext) -> String {
  switch context.service {
  case .sts: "This is an error at AWS. Try again later, or try another region with --region."
  case .portal, .oidc, .signIn: "This is an error at AWS. Try again later."
  case .container, .instance: "Try again later."
  }
}

private func throttledAdvice(_ context: RequestContext) -> String {
  context.service == .sts
    ? "Too many calls are made at once in that account; try again in a while."
    : "Too many calls are made at once; try again in a while."
}

private func unknownKeyAdvice(_ context: RequestContext) -> String {
  "AWS does not know this access key: it may be deleted or inactive, lack its session token, or "
    + "belong to another partition than \(region(context)). In a region that must be enabled "
    + "first, tokens from the global endpoint do not work; use credentials from a regional "
    + "endpoint."
}

private func region(_ context: RequestContext) -> String {
  context.endpoint.map { "the region \(forDisplay($0.signingRegion))" } ?? "the region"
}

private func duration(_ context: RequestContext) -> String {
  context.durationSeconds.map { " (now \($0), or \(shortDuration($0)))" } ?? ""
}

func quoted(_ text: String?) -> String {
  text.map { " '\(forDisplay($0))'" } ?? ""
}

/// What to try after an error of the container's endpoint or of the instance's metadata service.
func advice(forMetadata status: Int, _ context: RequestContext) -> String {
  switch (context.service, status) {
  case (.instance, 404):
    "Attach an IAM role to this instance, or use another credential source."
  case (.instance, 401), (.instance, 403):
    "The metadata service of this instance is disabled, or requires IMDSv2 tokens: check the "
      + "instance's metadata options."
  case (.container, 401), (.container, 403):
    "Check AWS_CONTAINER_AUTHORIZATION_TOKEN and AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE."
  case (.container, 404):
    "Check AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and AWS_CONTAINER_CREDENTIALS_FULL_URI."
  default: "Check \(context.host)."
  }
}

/// What to try if no response came.
func adviceWithoutResponse(_ context: RequestContext) -> String {
  switch context.service {
  case .instance:
    "Is this an EC2 instance? If not, use another credential source than Ec2InstanceMetadata."
  case .container:
    "Is this a container with a role? Check AWS_CONTAINER_CREDENTIALS_RELATIVE_URI and "
      + "AWS_CONTAINER_CREDENTIALS_FULL_URI (\(context.host))."
  case .oidc where context.action == .createToken(.authorizationCode):
    "The code from the browser may be used up: log in again."
  case .sts, .portal, .oidc, .signIn:
    "Check the network, HTTPS_PROXY and the endpoint (\(context.host))."
  }
}

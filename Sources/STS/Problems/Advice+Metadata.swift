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

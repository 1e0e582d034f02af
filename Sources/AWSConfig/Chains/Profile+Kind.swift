package import Accounts

extension Profile {
  /// The kind of the last step of the chain behind the profile; nil where it holds no credentials.
  package var kind: Entry.Kind? {
    assumesRole ? .assumeRole : ownKind(tokenFile: text(.webIdentityTokenFile))
  }

  /// The duration that the profile asks for; one that is no number is ignored, as the AWS CLI does.
  var durationSeconds: Int? {
    text(.durationSeconds).flatMap { Int($0) }
  }

  /// True where the profile is a role to be assumed from other credentials: an empty `role_arn` counts.
  var assumesRole: Bool {
    has(.roleARN) && !has(.webIdentityTokenFile) && !hasSAML
  }

  /// True where either half of an access key is present, in either file.
  var hasStaticKeys: Bool {
    has(.accessKeyID) || has(.secretAccessKey)
  }

  /// How the profile yields credentials without assuming a role from others, in the AWS CLI's order.
  ///
  /// A SAML role, which the CLI does not know, comes where its role would: before the environment's web identity.
  func ownKind(tokenFile: String?) -> Entry.Kind? {
    if hasSAML, !has(.webIdentityTokenFile) { return .saml }
    if let tokenFile, !tokenFile.isEmpty { return .webIdentity }
    if has(.ssoRoleName) || has(.ssoAccountID) { return .sso }
    if credentials.has(.accessKeyID) { return .staticKeys }
    if has(.loginSession) { return .login }
    if has(.credentialProcess) { return .process }
    if config.has(.accessKeyID) { return .staticKeys }
    return nil
  }
}

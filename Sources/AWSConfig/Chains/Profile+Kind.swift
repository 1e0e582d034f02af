package import Accounts

extension Profile {
  /// The kind of the last step of the chain behind the profile; nil where it holds no credentials.
  package var kind: Entry.Kind? {
    assumesRole ? .assumeRole : ownKind(tokenFile: text(.webIdentityTokenFile))
  }

  /// True where the profile is a role to be assumed from other credentials: an empty `role_arn` counts.
  var assumesRole: Bool {
    has(.roleARN) && !has(.webIdentityTokenFile)
  }

  /// True where either half of an access key is present, in either file.
  var hasStaticKeys: Bool {
    has(.accessKeyID) || has(.secretAccessKey)
  }

  /// How the profile yields credentials without assuming a role, in the AWS CLI's order.
  func ownKind(tokenFile: String?) -> Entry.Kind? {
    if let tokenFile, !tokenFile.isEmpty { return .webIdentity }
    if has(.ssoRoleName) || has(.ssoAccountID) { return .sso }
    if credentials.has(.accessKeyID) { return .staticKeys }
    if has(.loginSession) { return .login }
    if has(.credentialProcess) { return .process }
    if config.has(.accessKeyID) { return .staticKeys }
    return nil
  }
}

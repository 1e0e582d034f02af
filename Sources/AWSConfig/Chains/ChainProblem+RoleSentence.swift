import Accounts

// Of roles that a token or an assertion opens, and of commands.
extension ChainError {
  var roleDescription: String {
    switch self {
    case .notARoleInEnvironment(let fault): "AWS_ROLE_ARN cannot be assumed: \(fault)"
    case .webIdentityWithoutRole(let profile):
      "Profile \(profile.named()) has a web identity token and no role_arn to assume with it: add one."
    case .webIdentityWithoutRoleInEnvironment:
      "AWS_WEB_IDENTITY_TOKEN_FILE names a token, and there is no role to assume with it: set AWS_ROLE_ARN."
    case .samlWithoutRole(let profile):
      "Profile \(profile.named()) has a SAML assertion and no role_arn to assume with it: add one."
    case .samlWithSource(let key, let profile):
      "Profile \(profile.named(at: key)) has both a SAML assertion and \(key.text): the assertion alone opens "
        + "the role, so remove one."
    case .samlTwice(let profile):
      "Profile \(profile.named(at: .samlAssertionProcess)) has both saml_assertion_file and "
        + "saml_assertion_process: remove one."
    case .notASAMLProvider(let text, let profile):
      "The saml_principal_arn of profile \(profile.named(at: .samlPrincipalARN)) is '\(text)', which names no "
        + "identity provider; it looks like arn:aws:iam::111122223333:saml-provider/NAME."
    case .empty(let key, let profile):
      "The \(key.text) of profile \(profile.named(at: key)) is empty: give it a value, or remove it."
    case .openQuote(let key, let profile):
      "The \(key.text) of profile \(profile.named(at: key)) cannot be split into words: it has an open quote, "
        + "or ends with a backslash."
    default: placeDescription
    }
  }
}

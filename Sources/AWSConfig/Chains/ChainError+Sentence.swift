import Secrets
import Accounts
import Text

extension ChainError: CustomStringConvertible {
  /// A sentence with the profile, its file and line, and what to do; possible secrets are masked.
  package var description: String { maskingSecrets(sentence) }

  private var sentence: String {
    switch self {
    case .noSuchProfile(let name, let variable, let hint):
      noSuchProfileSentence(name, chosenBy: variable, hint)
    case .noCredentials(let profile):
      "Profile \(profile.named()) has no credentials\(profile.missingPart)."
    case .noCredentialsAnywhere(let names): noCredentialsSentence(names)
    case .halfAnAccessKey(let profile, let missing, let origin):
      "Profile '\(profile)' (\(origin.place)) has half an access key: \(missing.text) is missing "
        + "or empty. Add it there; the parts of a key are never combined from two files."
    case .halfAnAccessKeyInEnvironment:
      "AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not. Set both or neither."
    case .unusableKey(let profile, let part, let origin):
      "The \(part.rawValue) of profile '\(profile)' (\(origin.place)) contains control characters, "
        + "or bytes that are not UTF-8, which cannot be sent. Write it again."
    case .unusableKeyInEnvironment(let part):
      "The \(part.rawValue) in the environment contains control characters, or bytes that are not "
        + "UTF-8, which cannot be sent. Set it again."
    case .notATime(let text):
      "AWS_CREDENTIAL_EXPIRATION is '\(text)', which is not a time with a zone, e.g. "
        + "2035-01-01T00:00:00Z. Correct or unset it."
    case .roleWithoutSource(let profile):
      "Profile \(profile.named(at: .roleARN)) has a role_arn and nothing to assume it with: add "
        + "source_profile or credential_source."
        + profile.note(missing: [.sourceProfile, .credentialSource])
    case .roleWithTwoSources(let profile):
      "Profile \(profile.named(at: .credentialSource)) has both source_profile and "
        + "credential_source: remove one."
    case .noSuchSource(let source, let profile, let hint):
      "Profile \(profile.named(at: .sourceProfile)) names source_profile '\(source)', which does "
        + "not exist.\(hint.sentence)"
    case .sourceWithoutCredentials(let source, let profile):
      "Profile '\(profile.name)' names source_profile \(source.named()), which has no "
        + "credentials\(source.missingPart)."
    case .loop(let visited, let origin):
      "source_profile loop: \(visited.joined(separator: " -> ")). Change source_profile at "
        + "\(origin.place)."
    case .inclusionLoop(let visited, let origin):
      "include_profile loop: \(visited.joined(separator: " -> ")). Change include_profile at "
        + "\(origin.place)."
    case .tooManyRoles(let profile, let last):
      "The chain of profile \(profile.named()) goes through more than \(RoleChain.longest) roles; "
        + "it is not followed from profile \(last.named(at: .roleARN)) on. Change a source_profile "
        + "to make it shorter."
    case .unknownCredentialSource(let source, let profile):
      "Profile \(profile.named(at: .credentialSource)) has credential_source '\(source)'; it must "
        + "be exactly Environment, Ec2InstanceMetadata or EcsContainer."
    case .emptyEnvironmentSource(let profile):
      "Profile '\(profile.name)' takes its credentials from the environment (credential_source), "
        + "but AWS_ACCESS_KEY_ID is not set."
    case .emptyContainerSource(let profile):
      "Profile '\(profile.name)' takes its credentials from the container (credential_source), but "
        + "neither AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor AWS_CONTAINER_CREDENTIALS_FULL_URI "
        + "is set: this is not a container with a role."
    case .metadataDisabled(let profile):
      "Profile '\(profile.name)' takes its credentials from the instance's metadata "
        + "(credential_source), which AWS_EC2_METADATA_DISABLED disables. Unset it."
    case .badMetadataEndpoint(let text):
      "The metadata service's endpoint is '\(text)', which is not an http or https address. "
        + "Correct AWS_EC2_METADATA_SERVICE_ENDPOINT, or ec2_metadata_service_endpoint of the "
        + "profile."
    case .badMetadataMode(let text):
      "The metadata service's endpoint mode is '\(text)'; it must be IPv4 or IPv6. Correct "
        + "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE, or ec2_metadata_service_endpoint_mode of the "
        + "profile."
    case .badContainerAddress(let variable, let error): "\(variable) \(error)"
    case .containerTokenHasLines:
      "AWS_CONTAINER_AUTHORIZATION_TOKEN contains a line break, so it cannot be sent as a header. "
        + "Set it again."
    case .notARole(let error, let profile, let origin):
      "The role_arn of profile '\(profile)' (\(origin.place)) cannot be assumed: \(reason(error))"
    case .notARoleInEnvironment(let error): "AWS_ROLE_ARN cannot be assumed: \(error)"
    case .webIdentityWithoutRole(let profile):
      "Profile \(profile.named()) has a web identity token and no role_arn to assume with it: add "
        + "one."
    case .webIdentityWithoutRoleInEnvironment:
      "AWS_WEB_IDENTITY_TOKEN_FILE names a token, and there is no role to assume with it: set "
        + "AWS_ROLE_ARN."
    case .samlWithoutRole(let profile):
      "Profile \(profile.named()) has a SAML assertion and no role_arn to assume with it: add one."
    case .samlWithSource(let key, let profile):
      "Profile \(profile.named(at: key)) has both a SAML assertion and \(key.text): the assertion "
        + "is enough to assume the role, so remove one."
    case .samlTwice(let profile):
      "Profile \(profile.named(at: .samlAssertionProcess)) has both saml_assertion_file and "
        + "saml_assertion_process: remove one."
    case .notASAMLProvider(let text, let profile):
      "The saml_principal_arn of profile \(profile.named(at: .samlPrincipalARN)) is '\(text)', "
        + "which is not an identity provider's ARN; one looks like "
        + "arn:aws:iam::111122223333:saml-provider/NAME."
    case .empty(let key, let profile):
      "The \(key.text) of profile \(profile.named(at: key)) is empty: give it a value, or remove "
        + "it."
    case .openQuote(let key, let profile):
      "The \(key.text) of profile \(profile.named(at: key)) cannot be split into words: it has an "
        + "open quote, or ends with a backslash."
    case .noSuchSSOSession(let session, let profile, let hint):
      "Profile \(profile.named(at: .ssoSession)) names sso_session '\(session)', and the config "
        + "file has no "
        + (hint.unquoted == nil ? "[sso-session \(session)]." : "section of that name.")
        + hint.sentence
    case .ssoKeysMissing(let keys, let profile):
      "Profile \(profile.named()) uses Identity Center and lacks \(commaList(keys)): add the "
        + "missing \(keys.count == 1 ? "key" : "keys").\(profile.note(missing: keys))"
    case .ssoContradiction(let key, let profile, let session):
      "\(key.text) differs between profile \(profile.named(at: key)) and [sso-session "
        + "\(session.name)] (\(session.origin.place)): remove it from the profile."
    case .ssoSessionKeysMissing(let keys, let session):
      "[sso-session \(session.name)] (\(session.origin.place)) lacks \(commaList(keys)): add the "
        + "missing \(keys.count == 1 ? "key" : "keys").\(session.note(missing: keys))"
    case .noSuchLogin(let name, let nearest):
      "There is no [sso-session \(name)], and no profile '\(name)'.\(didYouMean(nearest))"
    case .needsNoLogin(let profile, .login):
      "Profile \(profile.named()) gets its credentials from `aws login --profile`: run that again."
    case .needsNoLogin(let profile, let base):
      "Profile \(profile.named()) does not need a login to Identity Center: its credentials start "
        + "with \(base.rawValue)."
    case .noSuchServices(let services, let profile, let hint):
      "Profile \(profile.named(at: .services)) names services '\(services)', and the config file "
        + "has no [services \(services)].\(hint.sentence)"
    }
  }
}

private func noCredentialsSentence(_ names: [String]) -> String {
  "No credentials: no profile is chosen, the files have no [default], and the environment has no "
    + "credentials. (Instance metadata is used only with a credential_source.) "
    + (names.isEmpty ? "Run `aws configure`." : "Name one of \(quotedList(names)).")
}

private func reason(_ error: ARNError) -> String {
  switch error {
  case .notAnARN(""): "it is empty."
  case .notAnARN(let text) where text.withoutQuotes != nil:
    "it is in quotes, which count as part of the value, as with the AWS CLI: write it without them."
  case .notAnARN, .notAnAccount, .notARole: "\(error)"
  }
}

private func noSuchProfileSentence(
  _ name: String, chosenBy variable: String?, _ hint: NameHint
) -> String {
  guard let variable else { return "There is no profile '\(name)'.\(hint.sentence)" }
  let fix = name.isEmpty ? " Unset it, or name a profile." : hint.sentence
  return "\(variable) names profile '\(name)', which does not exist.\(fix)"
}

private func commaList(_ keys: [KnownKey]) -> String {
  keys.map(\.text).joined(separator: ", ")
}

extension ContainerAddressError: CustomStringConvertible {
  /// The predicate of a sentence about the variable.
  package var description: String {
    switch self {
    case .notAPath: "is not a path: it must begin with '/'."
    case .notAnAddress: "is not an http or https address with a host: correct or unset it."
    case .foreignHost(let host):
      "is not encrypted and names the host '\(host)'; without https, credentials are only fetched "
        + "from this machine (localhost, 127.0.0.0/8, ::1), 169.254.170.2, 169.254.170.23 and "
        + "fd00:ec2::23."
    }
  }
}

import Accounts
import Secrets

extension ChainError: CustomStringConvertible {
  /// A sentence that names the profile, its file and line, and what to do; what looks like a secret is masked.
  package var description: String { maskingSecrets(sentence) }

  private var sentence: String {
    switch self {
    case .noSuchProfile(let name, let variable, let hint):
      noSuchProfileSentence(name, chosenBy: variable, hint)
    case .noCredentials(let profile):
      "Profile '\(profile.name)' (\(profile.origin.place)) holds no credentials\(profile.missingPart)."
    case .noCredentialsAnywhere(let names):
      "No credentials: no profile is chosen, the files have no [default], and the environment "
        + "has no keys. "
        + "(Instance metadata is used only with a credential_source.) "
        + (names.isEmpty ? "Run `aws configure`." : "Name one of \(quotedList(names)).")
    case .halfAnAccessKey(let profile, let missing, let origin):
      "Profile '\(profile)' (\(origin.place)) has half an access key: \(missing.text) is missing or empty. "
        + "Add it there; a key is never put together from two files."
    case .halfAnAccessKeyInEnvironment:
      "AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not. Set both or neither."
    case .unusableKey(let profile, let part, let origin):
      "The \(part.rawValue) of profile '\(profile)' (\(origin.place)) holds control characters, or bytes that are "
        + "not UTF-8, which cannot be sent. Write it again."
    case .unusableKeyInEnvironment(let part):
      "The \(part.rawValue) in the environment holds control characters, or bytes that are not UTF-8, which "
        + "cannot be sent. Set it again."
    case .notATime(let text):
      "AWS_CREDENTIAL_EXPIRATION is '\(text)', which is not a time with a zone, e.g. "
        + "2035-01-01T00:00:00Z. Correct or unset it."
    default: chainDescription
    }
  }

  private var chainDescription: String {
    switch self {
    case .roleWithoutSource(let profile):
      "Profile '\(profile.name)' (\(profile.place(of: .roleARN).place)) has a role_arn and nothing to "
        + "assume it with: add source_profile or credential_source."
        + profile.note(missing: [.sourceProfile, .credentialSource])
    case .roleWithTwoSources(let profile):
      "Profile '\(profile.name)' (\(profile.place(of: .credentialSource).place)) has both source_profile "
        + "and credential_source: remove one."
    case .noSuchSource(let source, let profile, let hint):
      "Profile '\(profile.name)' (\(profile.place(of: .sourceProfile).place)) names source_profile "
        + "'\(source)', which does not exist.\(hint.sentence)"
    case .sourceWithoutCredentials(let source, let profile):
      "Profile '\(profile.name)' names source_profile '\(source.name)' (\(source.origin.place)), which "
        + "holds no credentials\(source.missingPart)."
    case .loop(let visited, let origin):
      "source_profile loop: \(visited.joined(separator: " -> ")). Change "
        + "source_profile at \(origin.place)."
    case .inclusionLoop(let visited, let origin):
      "include_profile loop: \(visited.joined(separator: " -> ")). Change "
        + "include_profile at \(origin.place)."
    case .tooManyRoles(let profile, let last):
      "The chain of profile '\(profile.name)' (\(profile.origin.place)) goes through more than "
        + "\(RoleChain.longest) roles; from profile '\(last.name)' (\(last.place(of: .roleARN).place)) on "
        + "it is not followed. Change a source_profile, so that it is shorter."
    case .unknownCredentialSource(let source, let profile):
      "Profile '\(profile.name)' (\(profile.place(of: .credentialSource).place)) has credential_source "
        + "'\(source)'; it must be Environment, Ec2InstanceMetadata or EcsContainer, written so."
    case .emptyEnvironmentSource(let profile):
      "Profile '\(profile.name)' takes its keys from the environment (credential_source), where "
        + "AWS_ACCESS_KEY_ID is not set."
    case .emptyContainerSource(let profile):
      "Profile '\(profile.name)' takes its keys from the container (credential_source), and neither "
        + "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI nor AWS_CONTAINER_CREDENTIALS_FULL_URI is set: this is "
        + "not a container with a role."
    case .notARole(let fault, let profile, let origin):
      "The role_arn of profile '\(profile)' (\(origin.place)) cannot be assumed: "
        + reason(fault)
    default: roleDescription
    }
  }
}

private func reason(_ fault: ARNError) -> String {
  switch fault {
  case .notAnARN(""): "it is empty."
  case .notAnARN(let text) where text.withoutQuotes != nil:
    "it is in quotes, which count as part of the value, as with the AWS CLI: write it without them."
  case .notAnARN, .notAnAccount, .notARole: "\(fault)"
  }
}

private func noSuchProfileSentence(
  _ name: String, chosenBy variable: String?, _ hint: NameHint
) -> String {
  guard let variable else { return "There is no profile '\(name)'.\(hint.sentence)" }
  let fix = name.isEmpty ? " Unset it, or name a profile." : hint.sentence
  return "\(variable) names profile '\(name)', which does not exist.\(fix)"
}

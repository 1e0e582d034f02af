import Accounts

extension ChainProblem: CustomStringConvertible {
  /// A sentence that names the profile, its file and line, and what to do.
  package var description: String {
    switch self {
    case .noSuchProfile(let name, let variable, let nearest):
      noSuchProfileSentence(name, chosenBy: variable, nearest)
    case .noCredentials(let profile):
      "Profile '\(profile.name)' (\(profile.origin.place)) holds no credentials\(profile.whatLacks)."
    case .noCredentialsAnywhere(let names):
      "There are no credentials: no profile is chosen, the files have no [default], and the environment "
        + "holds no keys. "
        + (names.isEmpty ? "Run `aws configure`." : "Name one of \(list(names)).")
    case .halfAnAccessKey(let profile, let missing, let origin):
      "Profile '\(profile)' (\(origin.place)) has half an access key: \(missing.text) is missing or empty. "
        + "Add it there; a key is never put together from two files."
    case .halfAnAccessKeyInEnvironment:
      "AWS_ACCESS_KEY_ID is set and AWS_SECRET_ACCESS_KEY is not. Set both or neither."
    case .notATime(let text):
      "AWS_CREDENTIAL_EXPIRATION is '\(text)', which is no time with a zone, such as "
        + "2035-01-01T00:00:00Z. Correct or unset it."
    default: chainDescription
    }
  }

  private var chainDescription: String {
    switch self {
    case .roleWithoutSource(let profile):
      "Profile '\(profile.name)' (\(profile.place(of: .roleARN).place)) has a role_arn and nothing to "
        + "assume it with: add source_profile or credential_source."
    case .roleWithTwoSources(let profile):
      "Profile '\(profile.name)' (\(profile.place(of: .credentialSource).place)) has both source_profile "
        + "and credential_source: remove one."
    case .noSuchSource(let source, let profile, let nearest):
      "Profile '\(profile.name)' (\(profile.place(of: .sourceProfile).place)) names source_profile "
        + "'\(source)', which does not exist.\(didYouMean(nearest))"
    case .sourceWithoutCredentials(let source, let profile):
      "Profile '\(profile.name)' names source_profile '\(source.name)' (\(source.origin.place)), which "
        + "holds no credentials\(source.whatLacks)."
    case .loop(let visited, let origin):
      "The source profiles go round in a circle: \(visited.joined(separator: " -> ")). Change "
        + "source_profile at \(origin.place)."
    case .unknownCredentialSource(let source, let profile):
      "Profile '\(profile.name)' (\(profile.place(of: .credentialSource).place)) has credential_source "
        + "'\(source)'; it must be Environment, Ec2InstanceMetadata or EcsContainer, written so."
    case .emptyEnvironmentSource(let profile):
      "Profile '\(profile.name)' takes its keys from the environment (credential_source), where "
        + "AWS_ACCESS_KEY_ID is not set."
    case .notARole(let fault, let hop):
      "The role_arn of profile '\(hop.profile)' (\(hop.origin.place)) cannot be assumed: "
        + (hop.roleARN.isEmpty ? "it is empty." : "\(fault)")
    default: tokenDescription
    }
  }

  private var tokenDescription: String {
    switch self {
    case .webIdentityWithoutRole(let profile):
      "Profile '\(profile.name)' (\(profile.origin.place)) has a web identity token and no role_arn to "
        + "assume with it: add one."
    case .noSuchSSOSession(let session, let profile, let nearest):
      "Profile '\(profile.name)' (\(profile.place(of: .ssoSession).place)) names sso_session "
        + "'\(session)', and the config file has no [sso-session \(session)].\(didYouMean(nearest))"
    case .ssoKeysMissing(let keys, let profile):
      "Profile '\(profile.name)' (\(profile.origin.place)) uses Identity Center and lacks "
        + "\(keys.map(\.text).joined(separator: ", ")): add what is missing."
    case .ssoContradiction(let key, let profile, let session):
      "\(key.text) differs between profile '\(profile.name)' (\(profile.place(of: key).place)) and "
        + "[sso-session \(session.name)] (\(session.origin.place)): remove it from the profile."
    case .noSuchServices(let services, let profile, let nearest):
      "Profile '\(profile.name)' (\(profile.place(of: .services).place)) names services "
        + "'\(services)', and the config file has no [services \(services)].\(didYouMean(nearest))"
    default: ""
    }
  }
}

private func noSuchProfileSentence(
  _ name: String, chosenBy variable: String?, _ nearest: [String]
) -> String {
  guard let variable else { return "There is no profile '\(name)'.\(didYouMean(nearest))" }
  let fix = name.isEmpty ? " Unset it, or name a profile." : didYouMean(nearest)
  return "\(variable) names profile '\(name)', which does not exist.\(fix)"
}

private func didYouMean(_ names: [String]) -> String {
  names.isEmpty ? "" : " Did you mean \(list(names))?"
}

/// Names in quotes, no more than a sentence bears.
private func list(_ names: [String]) -> String {
  let quoted = names.prefix(5).map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}

extension Origin {
  fileprivate var place: String {
    "\(file):\(line)"
  }
}

extension Profile {
  /// What would have to be added, where something suggests what was wanted.
  fileprivate var whatLacks: String {
    if has(.secretAccessKey) { return ": aws_access_key_id is missing" }
    if has(.ssoSession) { return ": with sso_session go sso_account_id and sso_role_name" }
    if has(.sourceProfile) { return ": with source_profile goes a role_arn" }
    return ", neither keys nor a way to get them"
  }
}

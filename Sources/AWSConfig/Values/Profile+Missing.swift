import Accounts

extension Profile {
  /// What would have to be added, where something suggests what was wanted.
  var missingPart: String {
    if let hint = hintOfCredentials { return hint }
    if has(.ssoSession) { return ": with sso_session go sso_account_id and sso_role_name" }
    return ", neither keys nor a way to get them"
  }

  /// True for a profile that was most likely meant to hold credentials, and holds none.
  var seemsIncomplete: Bool { kind == nil && hintOfCredentials != nil }

  private var hintOfCredentials: String? {
    if let unread = unreadNotes.first { return ": " + unread }
    if has(.secretAccessKey) { return ": aws_access_key_id is missing" }
    if has(.sourceProfile) { return ": with source_profile goes a role_arn" }
    if has(.credentialSource) { return ": with credential_source goes a role_arn" }
    // Some programs want the token of a login alone, so that this is no mistake.
    return nil
  }

  /// The keys of the profile that are not read and would say how to get credentials; clauses.
  private var unreadNotes: [String] {
    misspeltKeys.filter(\.meant.isOfCredentials).map { written, meant in
      "\(written.key.text) (line \(written.line)) is not read, write \(meant.text)"
    }
      + foreignKeys.map { key, property in
        "\(key.text) (line \(property.line)) is not read, \(key.clause)"
      }
  }

  /// A sentence, with a space before it, for who misses some of these keys and finds another that is not read.
  func note(missing keys: [KnownKey]) -> String {
    if let (written, meant) = misspeltKeys.first(where: { keys.contains($0.meant) }) {
      return " \(written.key.text) (line \(written.line)) is not read: write \(meant.text)."
    }
    if keys.contains(.sourceProfile), let included = inclusion.first?.profiles.first {
      return
        " include_profile takes no access keys: write source_profile = \(included) too, where its are meant."
    }
    guard let (key, property) = foreignKeys.first else { return "" }
    return " \(key.text) (line \(property.line)) is not read: \(key.reason)"
  }
}

extension Section {
  /// A sentence, with a space before it, for who misses some of these keys and finds another that is not read.
  func note(missing keys: [KnownKey]) -> String {
    guard let (written, meant) = properties.misspeltKeys.first(where: { keys.contains($0.meant) })
    else { return "" }
    return " \(written.key.text) (line \(written.line)) is not read: write \(meant.text)."
  }
}

import Accounts

/// A question at the end of a sentence, where there is something to ask.
func didYouMean(_ names: [String]) -> String {
  names.isEmpty ? "" : " Did you mean \(list(names))?"
}

/// Names in quotes, no more than a sentence bears.
func list(_ names: [String]) -> String {
  let quoted = names.prefix(5).map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}

extension Origin {
  var place: String {
    "\(file):\(line)"
  }
}

extension Profile {
  /// The profile's name, and the place of a key of it, or its own.
  func named(at key: KnownKey? = nil) -> String {
    "'\(name)' (\((key.map { place(of: $0) } ?? origin).place))"
  }

  /// What would have to be added, where something suggests what was wanted.
  var whatLacks: String {
    if has(.secretAccessKey) { return ": aws_access_key_id is missing" }
    if has(.ssoSession) { return ": with sso_session go sso_account_id and sso_role_name" }
    if has(.sourceProfile) { return ": with source_profile goes a role_arn" }
    return ", neither keys nor a way to get them"
  }
}

import Accounts

extension Choice {
  /// The choice as `ChoiceOptions` reads it.
  var options: [String] {
    let some: [(String, String?)] = [
      ("--region", region), ("--duration", durationSeconds.map(String.init)),
      ("--session-name", sessionName), ("--source-identity", sourceIdentity),
      ("--policy", policy),
    ]
    let many = tags.map { ("--tag", "\($0.key)=\($0.value)") } + policyARNs.map { ("--policy", $0) }
    let values = some.compactMap { name, value in value.map { (name, $0) } } + many
    // One word each: a value may begin with a dash.
    return values.map { "\($0)=\($1)" } + (isReadOnly ? ["--read-only"] : [])
      + (leavesOutSettings ? ["--without-settings"] : [])
  }
}

import Accounts

extension SessionOptions {
  /// The choice as `SessionArguments` reads it.
  var commandLineOptions: [String] {
    let some: [(String, String?)] = [
      ("--region", region), ("--duration", durationSeconds.map(String.init)),
      ("--session-name", sessionName), ("--source-identity", sourceIdentity),
      ("--policy", policy),
    ]
    let many = tags.map { ("--tag", "\($0.key)=\($0.value)") } + policyARNs.map { ("--policy", $0) }
    let values = some.compactMap { name, value in value.map { (name, $0) } } + many
    // One word each: a value may begin with a dash.
    return values.map { "\($0)=\($1)" } + (isReadOnly ? ["--read-only"] : [])
      + (ignoresSettings ? ["--without-settings"] : [])
  }
}

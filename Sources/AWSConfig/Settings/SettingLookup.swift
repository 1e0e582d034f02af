/// Where a setting comes from: the environment, else the selected profile; what is empty is not set.
struct SettingLookup {
  let environment: [String: String]
  let profile: Profile?

  func variable(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  func text(_ variable: String, _ key: KnownKey) -> String? {
    self.variable(variable) ?? profile?.nonEmpty(key)
  }

  /// True for `true` in any case, as the AWS CLI has it.
  func flag(_ variable: String, _ key: KnownKey) -> Bool {
    text(variable, key)?.lowercased() == "true"
  }

  /// The CLI's region; in a switchback shell the two variables are the entry's, set by us, and do not count.
  var region: String? {
    if variable("SWITCHBACK_ENTRY") != nil { return profile?.nonEmpty(.region) }
    return variable("AWS_REGION") ?? text("AWS_DEFAULT_REGION", .region)
  }
}

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

  /// Who says the region, to begin a sentence with.
  var regionSource: String? {
    let variables = variable("SWITCHBACK_ENTRY") != nil ? [] : ["AWS_REGION", "AWS_DEFAULT_REGION"]
    return variables.first { variable($0) != nil }
      ?? profile.map { "The region of profile \($0.named(at: .region))" }
  }
}

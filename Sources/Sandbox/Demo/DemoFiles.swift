import Secrets

/// The demo's `~/.aws/config`; `codeCommand` followed by a device's serial number prints its code.
func awsConfig(_ entries: [DemoEntry], codeCommand: String) -> String {
  let profiles = entries.filter { $0.source == .awsConfig }.map { entry in
    "[profile \(entry.name)]\n" + lines(entry.sourceSettings(codeCommand), separator: " = ")
      + "region = \(entry.region ?? entry.account.region)\n"
  }
  let center = demoIdentityCenter(entries)
  return """
    # Harbour & Pine, a bookshop that does not exist.

    [sso-session \(demoSSOSession)]
    sso_start_url = \(center.startURL)
    sso_region = \(center.region)
    sso_registration_scopes = \(portalScope)


    """ + profiles.joined(separator: "\n")
}

/// The demo's `~/.aws/credentials`: the long-term credentials of its users.
func awsCredentials(_ entries: [DemoEntry]) -> Secret {
  let sections = entries.compactMap { entry -> String? in
    guard case .keys = entry.method else { return nil }
    let keys = demoKeys(of: entry)
    return """
      [\(entry.name)]
      aws_access_key_id = \(keys.accessKeyID)
      aws_secret_access_key = \(keys.secretAccessKey.revealed)

      """
  }
  return Secret(sections.joined(separator: "\n"))
}

/// The demo's `config.yaml`: colours by rule, a label for each entry, and some entries of its own.
func demoSettings(_ entries: [DemoEntry]) -> String {
  let items = entries.map { entry in
    let own = entry.source == .settings ? entry.sourceSettings("") + entry.regionSetting : []
    let text = lines(entry.labelSettings + own, separator: ": ", indent: "    ")
    return "  - name: \(entry.name)\n\(text)"
  }
  return """
    after_exit: picker
    rules:
      - {match: "*prod*", color: red}
      - {match: "*staging*", color: yellow}
      - {match: "*dev*", color: green}
    entries:

    """ + items.joined()
}

extension DemoEntry {
  fileprivate var labelSettings: [(String, String)] {
    var settings = [("display", "\"\(display)\""), ("group", group)]
    if let color { settings.append(("color", color)) }
    if let shortcut { settings.append(("shortcut", String(shortcut))) }
    if confirm { settings.append(("confirm", "true")) }
    if readOnly { settings.append(("read_only", "true")) }
    return settings
  }

  fileprivate var regionSetting: [(String, String)] {
    [("region", region ?? account.region)]
  }

  fileprivate func sourceSettings(_ codeCommand: String) -> [(String, String)] {
    switch method {
    case .keys: []
    case .role(_, let source, let condition):
      [("role_arn", arn), ("source_profile", source)] + condition.settings(codeCommand)
        + (seconds.map { [("duration_seconds", "\($0)")] } ?? [])
    case .permissionSet(let name):
      [
        ("sso_session", demoSSOSession), ("sso_account_id", account.id), ("sso_role_name", name),
      ]
    }
  }
}

extension DemoEntry.TrustCondition {
  fileprivate func settings(_ codeCommand: String) -> [(String, String)] {
    switch self {
    case .nothing, .anotherCaller: return []
    case .externalID(let id): return [("external_id", id)]
    case .code: return [("mfa_serial", DemoDevice.phone.serial)]
    case .codeFromProcess:
      let serial = DemoDevice.securityKey.serial
      return [("mfa_serial", serial), ("mfa_process", "\(codeCommand) \(serial)")]
    }
  }
}

private func lines(
  _ settings: [(String, String)], separator: String, indent: String = ""
) -> String {
  settings.map { "\(indent)\($0)\(separator)\($1)\n" }.joined()
}

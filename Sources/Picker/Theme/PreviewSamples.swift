import Accounts
import Canvas

extension Model {
  /// Screens of the picker that together show every style: matches of a query, the whole list, an
  /// error, the help.
  static var samples: [Model] {
    let found = sample(query: "ad")
    var refusal = found
    _ = refusal.update(.key(Key(.enter)))
    let entry = found.list.selected.map { found.list.entry($0).name }
    _ = refusal.update(.failed(entry: entry ?? "", sampleRefusal))
    var help = found
    _ = help.update(.key(Key(.function(1))))
    return [found, sample(query: ""), refusal, help]
  }

  private static func sample(query: String) -> Model {
    Model(
      entries: sampleEntries, recents: ["audit", "staging"], current: "development", query: query,
      sessions: ["production": sampleTime + 290, "audit": sampleTime + 3300], now: sampleTime)
  }
}

private let sampleTime = 1_700_000_000

private let sampleRefusal = """
  AWS refused to assume ReadOnly in 111122224444: the role's trust policy does not allow it.

  Ask for your user to be named in the trust policy, or try the entry Production.
  """

private let sampleEntries = [
  sample("audit", "Audit", .rgb(0x00, 0x73, 0xbb), "111122224444", "ReadOnly", "security"),
  sample("staging", "Staging", .rgb(0xec, 0x72, 0x11), "111122225555", "Admin", "payments"),
  sample("production", "Production", .rgb(0xd1, 0x32, 0x12), "111122223333", "Admin", "payments"),
  sample("development", "Development", .rgb(0x1d, 0x81, 0x02), "111122226666", "Admin", "payments"),
  sample("data-lake", "Data lake", .rgb(0x00, 0xa1, 0xc9), "111122227777", "Loader", "data"),
  sample("models", "Models", .rgb(0x6b, 0x48, 0xc8), "111122228888", "Admin", "data"),
  sample("billing", "Billing", .rgb(0xf2, 0xc7, 0x44), "111122229999", "ReadOnly", "security"),
  sample("network", "Network", .rgb(0x16, 0x1c, 0x22), "111122220000", "Admin", "shared"),
  sample("website", "Website", .rgb(0xfa, 0xfa, 0xfa), "111122221111", "Admin", "shared"),
]

private func sample(
  _ name: String, _ display: String, _ color: Color, _ account: String, _ role: String,
  _ group: String
) -> Entry {
  Entry(
    name: name,
    label: Label(
      displayName: display, color: color, group: group, shortcut: name == "production" ? "p" : nil,
      readOnly: role == "ReadOnly"),
    kind: .assumeRole, accountID: account, roleName: role,
    roleARN: "arn:aws:iam::\(account):role/\(role)", region: "eu-west-1",
    origin: Origin(file: "~/.aws/config", line: 12))
}

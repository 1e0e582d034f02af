import Accounts
import Canvas
import Picker

/// In seconds since 1970.
let now = 1_700_000_000

/// A picker with a history and sessions.
///
/// A situation can change any of it.
func picker(
  _ entries: [Entry] = company, recents: [String] = ["ledger-dev", "shop-prod", "audit"],
  current: String? = nil, sessions: [String: Int] = held, notice: String = "",
  keymap: Keymap = Keymap(), look: Look
) -> Model {
  Model(
    entries: entries, recents: recents, current: current, sessions: sessions, now: now,
    notice: notice, look: look, keymap: keymap)
}

/// Sessions with hours, minutes and next to no time left.
let held = ["ledger-dev": now + 3_900, "shop-prod": now + 420, "audit": now + 30]

let red = "#d13212"
let orange = "#ec7211"
let yellow = "#f2c744"
let green = "#1d8102"
let blue = "#0073bb"
let grey = "#879596"

/// Typical entries: several groups, roles and kinds of credentials.
let company = [
  entry("ledger-prod", "Ledger production", "3", group: "payments", red, key: "p", confirm: true),
  entry("ledger-staging", "Ledger staging", "5", "Deployer", group: "payments", orange),
  entry("ledger-dev", "Ledger development", "4", group: "payments", green, key: "d"),
  entry("shop-prod", "Shop production", "6", "PowerUser", group: "shop", region: "us-east-1", red),
  entry("shop-staging", "Shop staging", "7", "PowerUser", group: "shop", region: nil, orange),
  entry("shop-dev", "Shop development", "8", group: "shop", region: "us-east-1", green),
  entry("audit", "Audit", "9", "SecurityAudit", group: "security", grey, readOnly: true),
  entry("logs", "Log archive", "10", "ReadOnly", group: "security", grey, kind: .sso),
  entry("network", "Network hub", "11", "NetworkAdministrator", group: "platform", blue),
  entry("dns", "DNS", "11", "DNSChanger", group: "platform", blue, kind: .webIdentity),
  entry("warehouse", "Data warehouse", "12", "Analyst", region: "eu-west-1", yellow, kind: .saml),
  entry("china", "上海 店铺", "13", region: "cn-north-1", yellow),
  entry("base", "base", "3", nil, grey, kind: .staticKeys),
  entry("vault", "vault", nil, nil, region: nil, grey, kind: .process),
]

/// An entry of an account by its last digits, with defaults for most of it.
func entry(
  _ name: String, _ display: String? = nil, _ account: String? = "3", _ role: String? = "Admin",
  group: String? = nil, region: String? = "eu-central-1", _ color: String = blue,
  key: Character? = nil, confirm: Bool = false, readOnly: Bool = false,
  kind: Entry.Kind = .assumeRole
) -> Entry {
  let id = account.map { String("111122223333".dropLast($0.count)) + $0 }
  let label = Label(
    displayName: display ?? name, color: Color(hex: color) ?? .white, group: group, shortcut: key,
    confirm: confirm, readOnly: readOnly)
  return Entry(
    name: name, label: label, kind: kind, accountID: id, roleName: role,
    roleARN: role.map { "arn:aws:iam::\(id ?? ""):role/\($0)" }, region: region,
    origin: Origin(file: "~/.aws/config", line: 12))
}

extension Entry {
  var asReadOnly: Entry {
    var entry = self
    entry.label.readOnly = true
    return entry
  }
}

import Accounts
import Canvas
import Picker
import Testing

/// The model after keys in key notation (`prod<down><enter>`), and the effects of these keys.
func typing(_ keys: String, into model: Model) throws -> (model: Model, effects: [Effect]) {
  var model = model
  let effects = try #require(Key.keys(keys)).flatMap { model.update(.key($0)) }
  return (model, effects)
}

/// Types keys and compares the screen and the effects with the expected ones.
///
/// Only the expected lines are compared, in order, each with a line of the screen. The right end of
/// a prompt line is ignored.
@discardableResult
func expect(
  _ model: Model, typing keys: String, shows lines: String = "", asks effects: [Effect] = [],
  size: Size = Size(rows: 24, columns: 100), sourceLocation: SourceLocation = #_sourceLocation
) throws -> Model {
  let (after, asked) = try typing(keys, into: model)
  #expect(asked == effects, sourceLocation: sourceLocation)
  var screen = after.view(size).lines[...]
  for line in lines.split(separator: "\n", omittingEmptySubsequences: false) where !lines.isEmpty {
    guard let found = screen.firstIndex(where: { $0.shows(line) }) else {
      Issue.record(
        "no line '\(line)' on, or in order on, the screen:\n\(after.view(size).text)",
        sourceLocation: sourceLocation)
      return after
    }
    screen = screen[(found + 1)...]
  }
  return after
}

extension String {
  fileprivate func shows(_ line: Substring) -> Bool {
    self == line || line.hasPrefix(" ❯") && hasPrefix(line + "  ")
  }
}

extension Model {
  /// The words of the screen with one blank between them, without lines and boxes.
  func words(_ size: Size) -> String {
    view(size).text.split { $0.isWhitespace || $0 == "│" }.joined(separator: " ")
  }
}

/// An entry with defaults for everything that a test does not check.
func entry(
  _ name: String, _ display: String? = nil, account: String? = "111111111111",
  role: String? = "Admin", region: String? = "eu-central-1", group: String? = nil,
  color: String = "#d13212", shortcut: Character? = nil, confirm: Bool = false,
  readOnly: Bool = false, kind: Entry.Kind? = nil
) -> Entry {
  Entry(
    name: name,
    label: Label(
      displayName: display ?? name, color: Color(hex: color) ?? .white, group: group,
      shortcut: shortcut, confirm: confirm, readOnly: readOnly),
    kind: kind ?? (role == nil ? .staticKeys : .assumeRole), accountID: account, roleName: role,
    roleARN: role.map { "arn:aws:iam::\(account ?? ""):role/\($0)" }, region: region,
    origin: Origin(file: "~/.aws/config", line: 12))
}

/// Session options with some of them set.
func sessionOptions(_ make: (inout SessionOptions) -> Void) -> SessionOptions {
  var options = SessionOptions()
  make(&options)
  return options
}

let readOnly = sessionOptions { $0.isReadOnly = true }

let small = Size(rows: 10, columns: 40)

let three = [
  entry("prod", "Production, admin", group: "payments", shortcut: "p"),
  entry("dev", "Development", account: "111111111112", group: "payments", color: "#1d8102"),
  entry("audit", "Audit", account: "111111111113", role: "ReadOnly", group: "security"),
]

typealias Sorting = Settings.Sort

func model(
  _ entries: [Entry] = three, recents: [String] = [], current: String? = nil,
  sort: Sorting = .recent
) -> Model {
  Model(entries: entries, recents: recents, current: current, sort: sort, now: 1_700_000_000)
}

import Testing

/// What reaches a terminal is the picker's frame, character by character and colour by colour.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct SentScreenTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var color: String
    var columns = 80
    var locale = "C.UTF-8"
    var theme: String?
    var keys = ""

    var size: Tmux.Size { .init(columns: columns, rows: columns == 80 ? 24 : 50) }
    var frame: PickerFrame {
      PickerFrame(color: color, theme: theme, isUTF8: locale != "C", size: size)
    }
    var testDescription: String { "\(color), \(columns), \(locale), \(theme ?? "-"), \(keys)" }
  }

  static let cases = [
    Case(color: "truecolor", keys: "<down><down>"),
    Case(color: "truecolor", locale: "C", keys: "pay"),
    Case(color: "truecolor", columns: 160, keys: "pay<down>"),
    Case(color: "truecolor", columns: 160, locale: "C", keys: "<end>"),
    Case(color: "256", keys: "adm pro"),
    Case(color: "256", locale: "C", keys: "<f1>"),
    Case(color: "256", columns: 160, keys: "<ctrl-o>eu"),
    Case(color: "256", columns: 160, locale: "C", keys: "zzz"),
    Case(color: "truecolor", theme: "dark", keys: "pay"),
    Case(color: "256", columns: 160, theme: "light", keys: "pay<down>"),
    Case(color: "16", keys: "pay"),
    Case(color: "never", locale: "C", keys: "pay<down>"),
  ]

  @Test(arguments: cases)
  func isThePickersFrame(_ the: Case) async throws {
    let home = try Home()
    try home.config(Self.config)
    let entries = try await home.switchback("list", "--json").json(as: [ListedEntry].self)
    #expect(entries.count == 8)
    let theme = the.theme.map { ["--theme", $0] } ?? []
    let tmux = try await Tmux(
      home, ["env", "LC_ALL=\(the.locale)", "switchback", "--color", the.color] + theme,
      size: the.size)
    // Without the details, which are found out beside the list, when there is time.
    var typed = ""
    for keys in ["<f3>", the.keys] {
      try await tmux.keys(keys)
      typed += keys
      let frame = try the.frame.frame(entries, keys: typed)
      await expectScreen(StyledScreen(frame, the.frame.palette), on: tmux)
    }
  }

  private func expectScreen(_ wanted: StyledScreen, on tmux: Tmux) async {
    do {
      try await tmux.waits("the frame", within: .seconds(10), styled: true) {
        StyledScreen(captured: $0) == wanted
      }
    } catch let missing as NeverCame {
      let differences = StyledScreen(captured: missing.screen).differences(from: wanted)
      let screen = missing.screen.replacing("\u{1B}", with: "␛")
      Issue.record("\(differences.joined(separator: "\n"))\n\(screen)")
    } catch {
      Issue.record(error)
    }
  }

  private static let config =
    storedKeys("base")
    + role("payments-prod", "Payments production", "color = red", "group = payments")
    + role("payments-dev", "Payments development", "color = green", "group = payments")
    + role("tokyo", "開発アカウント 🚀", "color = yellow")
    + role("zurich", "Zürich cafe\u{301}", "color = purple")
    + role("escape", "\u{1B}[31mred\u{1B}[0m \u{202E}dorp", "color = grey")
    + role("long", String(repeating: "Very long ", count: 9), "group = a group", "color = 000001")
    + role("plain", "plain")

  private static func role(_ name: String, _ display: String, _ more: String...) -> String {
    """
    [profile \(name)]
    role_arn = arn:aws:iam::111122223333:role/Admin
    source_profile = base
    display_name = \(display)
    \(more.joined(separator: "\n"))

    """
  }
}

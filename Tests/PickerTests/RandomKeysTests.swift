import Accounts
import Canvas
import Picker
import Search
import Testing
import Text

struct RandomKeysTests {
  /// A generator with a seed, so that a failure can be repeated.
  private struct Numbers: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return state ^ (state >> 29)
    }
  }

  private let keys =
    "a p 1 名 é <lt> <enter> <enter> <esc> <esc> <f1> <up> <down> <pgup> <pgdn> <home> <end> <left> <right> "
    + "<backspace> <del> <tab> <f9> <ctrl-u> <ctrl-k> <ctrl-w> <alt-b> <alt-d> <alt-1> <alt-p> <alt--> <ctrl-x> "
    + "<ctrl-o> <alt-r> <tab> <shift-tab> y 0 = <f2> <f2> <alt-j> <alt-j> s d <alt-a> <alt-z> <alt-Z> <alt-g> "
    + "<alt-s> <alt-i> <alt-up> <alt-down> <f3> <shift-up> <shift-down> <alt-c> <alt-e> <alt-u> <alt-h> <alt-m> "
    + "/ i : f j k g G h l o r z Z <space> ? n N <ctrl-d> <shift-down> <alt-y> <alt-l> <alt-e> "
    + "<alt-h> <alt-h> <alt-X> f o r g e t"

  private let renaming = LabelEdit(
    entry: "e4", changes: [.displayName("名")], before: SettingsText("", file: "f"),
    after: SettingsText("x", file: "f"))
  private let fewer = [entry("e4"), entry("e5", group: "a")]
  private let more = (0..<40).map { entry("e\($0)", group: "名") }

  @Test(arguments: UInt64(1)...40)
  func neverBreakTheScreen(seed: UInt64) throws {
    var numbers = Numbers(state: seed)
    let keys = try keys.split(separator: " ").map { try #require(Key(notation: $0)) }
    let entries = (0..<30).map {
      entry(
        "e\($0)", "Entry \($0) 名", group: $0 % 7 == 0 ? nil : "group \($0 % 7)",
        shortcut: $0 == 3 ? "p" : nil, confirm: $0 % 5 == 0,
        readOnly: $0 % 4 == 0, kind: Entry.Kind.allCases[$0 % Entry.Kind.allCases.count])
    }
    var model = Model(
      entries: entries, recents: ["e4", "e5"], now: 1_700_000_000, keymap: Keymap(vi: seed > 10))
    if seed.isMultiple(of: 2) {
      _ = model.update(.pasted("arn:aws:iam::222222222222:role/Audit"))
      _ = model.update(.key(Key(.enter)))
    }
    for _ in 0..<150 {
      let size = Size(
        rows: .random(in: 0...30, using: &numbers), columns: .random(in: 0...120, using: &numbers))
      _ = model.update(message(&numbers, keys, size))
      let frame = model.view(size)
      #expect(frame.lines.allSatisfy { $0.columns <= size.columns })
      if let cursor = frame.cursor { #expect(frame[cursor] != nil, "\(size)") }
    }
  }

  private func message(_ numbers: inout Numbers, _ keys: [Key], _ size: Size) -> Message {
    let entry = "e\(Int.random(in: 0..<30, using: &numbers))"
    switch Int.random(in: 0..<60, using: &numbers) {
    case 0: return .codeNeeded(entry: entry, device: "phone", reason: .refused)
    case 1: return .failed(entry: entry, String(repeating: "no\n", count: 40))
    case 2: return .resized(size)
    case 3: return .pasted("12 34 é\u{1B}")
    case 4: return .clicked(Point(row: size.rows / 2, column: 3))
    case 14: return .doubleClicked(Point(row: Int(numbers.next() % 24), column: 9))
    case 5: return .scrolled(lines: Int(numbers.next() % 9) - 4)
    case 6: return .progress("waiting\nfor it")
    case 7: return .loginChanged(.code(userCode: "ABCD-EFGH", page: "https://a.example/device"))
    case 8: return .loginChanged(.browser(url: String(repeating: "https://é", count: 60)))
    case 9: return .loginChanged(.waitingForAnother)
    case 10: return .progress("")
    case 11: return .pasted("arn:aws:iam::222222222222:role/Audit")
    case 12: return .pasted("https://signin.aws.amazon.com/switchrole?account=1")
    case 31: return .history(.isSlow)
    case 32: return read(fiveSwitches + [past(1, entry, ago: 1 << 24, how: .console)])
    case 33: return .history(.unreadable("no\nmore"))
    case 34: return .history(.deletionFailed([7], "no"))
    case 35: return .history(.restorationFailed([fiveSwitches[2]], "no"))
    case 13: return .ticked(now: 1_700_000_000 + Int(numbers.next() % 100))
    case 22: return .labelLoaded(sources("e4", yaml: "entries: [{name: e4, group: 名}]"))
    case 15: return .edited(renaming, EntryTable(fewer))
    case 16: return .undone(EntryTable(more))
    case 17: return .editFailed(entry: "e4", String(repeating: "no ", count: 200))
    case 18: return .undoFailed("no")
    case 19: return .pinned(["e1", entry, "gone"])
    case 20: return .pinFailed("no")
    case 21: return .detailsLoaded(entry: entry, .fourHops)
    default: return .key(keys[Int(numbers.next() % UInt64(keys.count))])
    }
  }
}

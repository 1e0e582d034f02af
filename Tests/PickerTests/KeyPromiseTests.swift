import Canvas
import Picker
import Testing

/// Every key does what the screen says.
struct KeyPromiseTests {
  /// Keys that lead to each kind of screen.
  private static let ways = [
    "", "o", "zzz", "<tab>", "<alt-a>", "<alt-Z>", "<enter>", "<ctrl-o>", "<f1>", "<f2>", "<f2>so",
    "<ctrl-g>", "<alt-e>", "<tab><enter>", "<down><enter>",
  ]

  private func start(vi: Bool) -> Model {
    Model(
      entries: three + [entry("guarded", confirm: true)], recents: ["audit", "dev"],
      now: 1_700_000_000, keymap: Keymap(vi: vi))
  }

  /// The keys of the last line with their texts.
  private func footer(_ model: Model, _ size: Size) -> [(key: Key, words: String)] {
    let parts = (model.view(size).lines.last ?? "").split(separator: "   ")
    return parts.compactMap { part in
      let words = part.drop { $0 == " " }.split(separator: " ", maxSplits: 1)
      guard words.count == 2 else { return nil }
      return key(String(words[0].prefix { $0 != "…" })).map { ($0, String(words[1])) }
    }
  }

  /// The key of a label, for example `Ctrl-O`.
  private func key(_ label: String) -> Key? {
    guard label.count > 1 else { return label.first.map { Key(.character($0)) } }
    let letter = label.dropLast().last == "-" ? String(label.suffix(1)) : ""
    let isControl = label.hasPrefix("Ctrl-")
    let notation =
      label.lowercased().dropLast(letter.count) + (isControl ? letter.lowercased() : letter)
    return Key.keys("<\(notation)>")?.first
  }

  @Test(arguments: ways, [false, true])
  func everyKeyOfTheFooterDoesSomething(way: String, vi: Bool) throws {
    let size = Size(rows: 30, columns: 200)
    var model = start(vi: vi)
    _ = model.update(.resized(size))
    model = try typing(way, into: model).model
    let keys = footer(model, size)
    // A call has only keys that cancel it.
    #expect(!keys.isEmpty)
    for (key, words) in keys {
      var after = model
      let effects = after.update(.key(key))
      // There is no text to submit yet.
      let isEmpty = ["send", "run", "switch"].contains(words) && model.view(size).cursor != nil
      #expect(!effects.contains(.ring) || isEmpty, "\(key.label) \(words) after \(way)")
      #expect(after != model || !effects.isEmpty, "\(key.label) \(words) after \(way)")
    }
  }

  @Test(arguments: [false, true])
  func noKeyHasTwoActionsInOneContext(vi: Bool) {
    #expect(Keymap(vi: vi).clashes.isEmpty)
  }
}

import Canvas
import Picker
import Testing

/// Runs of fast typing have the same effect as their single keys, and cost less.
struct TypedRunTests {
  private let entries = [
    entry("prod-admin", "Production, admin", confirm: true), entry("dev-admin", "Development"),
    entry("audit", "Audit", role: "ReadOnly"),
  ]

  private let size = Size(rows: 24, columns: 100)

  private func model(vi: Bool = false) -> Model {
    Model(entries: entries, now: 0, keymap: Keymap([], vi: vi))
  }

  /// Keys that open a screen, and the text typed there.
  static let places = [
    ("", "prod adm"), ("xyz<left>", "dev"), ("<f2>", "mark"), ("<enter>", "prod-admin"),
    ("<f1>", "prod"), ("<alt-j>", "zz"), ("<alt-e>", "prod"), ("<alt-o>", "900s y n"),
  ]

  @Test(arguments: places, [false, true])
  func isItsKeys(place: (String, String), vi: Bool) throws {
    let start = try typing(place.0, into: model(vi: vi)).model
    var (one, all) = (start, start)
    let effects = place.1.flatMap { one.update(.key(Key(.character($0)))) }
    #expect(all.update(.typed(Array(place.1))) == effects.ringingOnce)
    #expect(all.view(size).text == one.view(size).text)
  }

  /// The fields of the label editor, which `<tab>` reaches, and the text typed there.
  @Test(arguments: ["", "<tab>", "<tab><tab>", "<tab><tab><tab>", "<tab><tab><tab><tab>"])
  func isItsKeysInTheFormThatEdits(keys: String) throws {
    for text in ["se", "red y n", "yxn ", String(repeating: "word ", count: 250)] {
      let start = try typing(keys, into: editing()).model
      var (one, all) = (start, start)
      let effects = text.flatMap { one.update(.key(Key(.character($0)))) }
      #expect(all.update(.typed(Array(text))) == effects.ringingOnce)
      #expect(all.view(size).text == one.view(size).text)
    }
  }

  @Test func isKeptWhileTheFormWaits() throws {
    var (waiting, _) = try typing("<alt-e>", into: PickerTests.model())
    for piece in stride(from: 0, to: book.count, by: 4000) {
      #expect(waiting.update(.typed(Array(book[piece...].prefix(4000)))) == [])
    }
    #expect(waiting.update(.labelLoaded(sources(yaml: prodSettings))).ringingOnce == [.ring])
    var typed = try editing()
    _ = typed.update(.typed(book))
    #expect(waiting.view(size).text == typed.view(size).text)
  }

  /// If keys were processed one by one, each key that a full field refuses would ring.
  @Test(arguments: [
    "", "<f2>", "<enter>", "<alt-j>", "<alt-e>", "<alt-e><tab><tab>", "<alt-o>", "<alt-h>",
  ])
  func ofABookIsTakenInAtOnce(keys: String) throws {
    var model = try model(at: keys)
    #expect(model.update(.typed(book)).count <= 1)
    let full = model.view(size).text
    #expect(model.update(.typed(Array("lorem"))).count <= 1)
    #expect(model.view(size).text == full)
  }

  private let book = Array(String(repeating: "lorem ipsum dolor sit amet ", count: 2223))

  /// The model after keys, with its requests answered.
  private func model(at keys: String, vi: Bool = false) throws -> Model {
    var (model, effects) = try typing("", into: model(vi: vi))
    for key in try #require(Key.keys(keys)) {
      effects += model.update(.key(key))
      if effects.contains(.readLabel(entry: "prod-admin")) {
        _ = model.update(.labelLoaded(sources("prod-admin")))
      }
    }
    return model
  }

  @Test func tooLongRingsAndSaysSo() throws {
    var model = model()
    let text = Array(repeating: Character("x"), count: 60_000)
    #expect(model.update(.typed(text)) == [.ring])
    #expect(model.words(Size(rows: 24, columns: 100)).contains("at most 1000 characters"))
    #expect(model.update(.key(Key(.character("y")))) == [.ring])
    _ = model.update(.key(Key(.backspace)))
    #expect(model.update(.key(Key(.character("y")))) == [])
    #expect(model.update(.key(Key(.character("y")))) == [.ring])
  }

  @Test func ofMarksJoinsNothingToWhatStandsBefore() throws {
    let text: [Character] = ["e", "\u{301}", "x"]
    var (one, all) = (model(), model())
    for character in text { _ = one.update(.key(Key(.character(character)))) }
    _ = all.update(.typed(text))
    #expect(all.view(size).text == one.view(size).text)
  }

  /// Sixty thousand keys, each of which used to cause its own search.
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      "", "<f1>", "<f2>", "<alt-j>", "<alt-e>", "<alt-e><tab><tab><tab><tab>", "<alt-o>",
    ], [false, true])
  func ofABookTakesNoTime(keys: String, vi: Bool) throws {
    let many = (0..<10_000).map { entry("entry-\($0)", "Entry number \($0)") }
    var model = Model(entries: many, now: 0, keymap: Keymap([], vi: vi))
    for key in try #require(Key.keys(keys)) { _ = model.update(.key(key)) }
    _ = model.update(.labelLoaded(sources("entry-0")))
    let start = ContinuousClock.now
    for piece in stride(from: 0, to: book.count, by: 4000) {
      _ = model.update(.typed(Array(book[piece..<min(piece + 4000, book.count)])))
      _ = model.view(Size(rows: 40, columns: 120))
    }
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}

extension [Effect] {
  /// The effects with one ring for consecutive rings.
  fileprivate var ringingOnce: [Effect] {
    reduce(into: []) { if $1 != .ring || $0.last != .ring { $0.append($1) } }
  }
}

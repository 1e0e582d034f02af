import Accounts
import Canvas
import Picker
import Testing

/// What is typed faster than it can be taken in is what its keys are, one by one, and costs less.
struct TypedRunTests {
  private let entries = [
    entry("prod-admin", "Production, admin", confirm: true), entry("dev-admin", "Development"),
    entry("audit", "Audit", role: "ReadOnly"),
  ]

  private let size = Size(rows: 24, columns: 100)

  private func model(vi: Bool = false) -> Model {
    Model(entries: entries, now: 0, keymap: Keymap([], vi: vi))
  }

  /// Keys that lead somewhere, and what is typed there.
  static let places = [
    ("", "prod adm"), ("xyz<left>", "dev"), ("<f2>", "mark"), ("<enter>", "prod-admin"),
    ("<f1>", "prod"), ("<alt-j>", "zz"), ("<alt-e>", "prod"), ("<alt-o>", "900s y n"),
  ]

  @Test(arguments: places, [false, true])
  func isItsKeys(place: (String, String), vi: Bool) throws {
    let start = try typing(place.0, into: model(vi: vi)).model
    var (one, all) = (start, start)
    let effects = place.1.flatMap { one.update(.key(Key(.character($0)))) }
    #expect(all.update(.typed(Array(place.1))) == effects)
    #expect(all.view(size).text == one.view(size).text)
  }

  @Test func tooLongRingsAndSaysSo() throws {
    var model = model()
    let text = Array(repeating: Character("x"), count: 60_000)
    #expect(model.update(.typed(text)) == [.ring])
    #expect(model.words(Size(rows: 24, columns: 100)).contains("1000 characters at most"))
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

  /// Sixty thousand keys, each of which used to be looked for by itself.
  @Test(.timeLimit(.minutes(1))) func ofABookTakesNoTime() throws {
    let many = (0..<10_000).map { entry("entry-\($0)", "Entry number \($0)") }
    var model = Model(entries: many, now: 0)
    let words = "lorem ipsum dolor sit amet "
    let text = Array(String(repeating: words, count: 60_000 / words.count))
    let start = ContinuousClock.now
    for piece in stride(from: 0, to: text.count, by: 4000) {
      _ = model.update(.typed(Array(text[piece..<min(piece + 4000, text.count)])))
      _ = model.view(Size(rows: 40, columns: 120))
    }
    #expect(ContinuousClock.now - start < .seconds(5))
  }
}

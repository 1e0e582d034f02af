import Canvas
import Picker
import Testing

struct CodeTests {
  private func asked(_ reason: CodeReason = .firstRequest) throws -> Model {
    var model = try typing("<enter>", into: model()).model
    #expect(
      model.update(.codeNeeded(entry: "prod", device: "arn:aws:iam::1:mfa/me", reason: reason))
        == [])
    return model
  }

  @Test func showsTheDigitsAndHowManyAreMissing() throws {
    let frame = try typing("12", into: asked()).model.view(Size(rows: 24, columns: 80))
    #expect(frame.text.contains("│ 12____ "))
    #expect(frame.text.contains("6-digit code from arn:aws:iam::1:mfa/me:"))
    #expect(frame.cursor != nil)
  }

  @Test(arguments: [
    ("123456<enter>", [Effect.assume(entry: "prod", code: "123456")]),
    ("12345<enter>", [.ring]),
    ("12x3456<enter>", [.ring, .assume(entry: "prod", code: "123456")]),
    ("1234567<enter>", [.ring, .assume(entry: "prod", code: "123456")]),
    ("12<backspace><ctrl-u>654321<enter>", [.assume(entry: "prod", code: "654321")]),
    ("12<esc>", [.cancelCall]),
    ("12<ctrl-c>", [.leave(.cancelled)]),
    ("１２３４５６", [.ring, .ring, .ring, .ring, .ring, .ring]),
  ])
  func sendsSixDigits(keys: String, effects: [Effect]) throws {
    try expect(asked(), typing: keys, asks: effects)
  }

  @Test(arguments: [("123 456\n", []), ("code: 123456", [Effect.ring]), ("1234567", [.ring])])
  func takesAPastedCode(text: String, effects: [Effect]) throws {
    var model = try asked()
    #expect(model.update(.pasted(text)) == effects)
    try expect(
      model, typing: "<enter>",
      asks: effects.isEmpty ? [.assume(entry: "prod", code: "123456")] : [.ring])
  }

  @Test func saysThatTheCodeWasWrongAndAsksAgain() throws {
    let screen = try asked(.refused).view(Size(rows: 24, columns: 80)).text
    #expect(screen.contains("AWS refused that code. If it was right, wait for the next one."))
    #expect(screen.contains("│ ______ "))
    #expect(try asked().view(Size(rows: 24, columns: 80)).text.contains("refused") == false)
  }

  @Test func saysThatTheCodeMayBeUsedUp() throws {
    let screen = try asked(.maybeUsed).view(Size(rows: 24, columns: 80)).text
    #expect(screen.contains("That code may be used up: wait for the next one."))
    #expect(!screen.contains("refused"))
  }

  @Test(arguments: CodeReason.allCases)
  func theFieldIsSeenOnASmallScreen(reason: CodeReason) throws {
    let frame = try typing("12", into: asked(reason)).model.view(small)
    #expect(frame.text.contains("12____"))
    #expect(frame.cursor != nil)
  }

  @Test func aCodeGoesWithWhatWasChosen() throws {
    var model = try typing("<alt-r>", into: model()).model
    #expect(model.update(.codeNeeded(entry: "prod", device: "phone", reason: .firstRequest)) == [])
    try expect(
      model, typing: "123456<enter>",
      asks: [.assume(entry: "prod", code: "123456", options: readOnly)])
  }
}

import Canvas
import Picker
import Testing
import Text

struct CopyingTests {
  private static let arn = "arn:aws:iam::111111111111:role/Admin"
  private static let link =
    "https://signin.aws.amazon.com/switchrole?account=111111111111&roleName=Admin"
    + "&displayName=Production%2C%20admin&color=d13212"

  @Test(arguments: [
    ("<alt-c>", "111111111111"), ("<alt-y>", Self.arn), ("<alt-l>", Self.link),
  ])
  func putsItOnTheClipboardAndSaysSo(keys: String, text: String) throws {
    let size = Size(rows: 24, columns: 150)
    let copied = try expect(
      model(), typing: keys, shows: " copied \(text)", asks: [.copy(text)], size: size)
    let moved = try typing("<down>", into: copied).model
    #expect(moved.view(size).lines.last == model().view(size).lines.last)
  }

  @Test(arguments: [
    ("<alt-c>", "No account ID for this entry."),
    ("<alt-y>", "No role ARN for this entry."),
    ("<alt-l>", "No console link: this entry has no role ARN."),
  ])
  func ringsAndSaysSoWhereThereIsNone(keys: String, sentence: String) throws {
    let bare = model([entry("base", account: nil, role: nil)])
    try expect(bare, typing: keys, shows: " " + sentence, asks: [.ring])
  }

  @Test func ringsWhereNothingIsSelected() throws {
    try expect(model(), typing: "zzz<alt-c>", asks: [.ring])
  }

  @Test func worksWithTheDetailsHidden() throws {
    try expect(model(), typing: "<f3><alt-y>", asks: [.copy(Self.arn)])
  }

  @Test func shortensWhatItSaysInTheMiddle() throws {
    let copied = try expect(model(), typing: "<alt-l>", asks: [.copy(Self.link)])
    let said = copied.view(small).lines.last ?? ""
    #expect(said.hasPrefix(" copied https://") && said.contains("…") && said.hasSuffix("d13212"))
  }

  @Test func copiesNothingThatATerminalActsOn() throws {
    let hostile = entry("x", account: "1\u{1B}[2J", role: "a\u{7}\u{9B}b\nc")
    for keys in ["<alt-c>", "<alt-y>"] {
      guard case .copy(let text)? = try typing(keys, into: model([hostile])).effects.first else {
        Issue.record("Nothing was copied.")
        continue
      }
      #expect(text == text.cleaned && !text.isEmpty)
    }
  }
}

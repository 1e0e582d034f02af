import Accounts
import Canvas
import Testing

struct SchemeFileTests {
  @Test func takesBase16() throws {
    let file = SchemeFile(yaml: base16(), file: "ocean.yaml")
    let scheme = try #require(file.scheme)
    #expect(file.diagnostics == [])
    #expect(scheme.name == "Ocean")
    #expect(scheme.author == "Someone")
    #expect(scheme.variant == .dark)
    #expect(scheme.palette.count == 24)
    #expect(scheme.palette[10] == .rgb(0x0A, 0, 0))
    #expect(scheme.palette[16] == scheme.palette[0])
    #expect(scheme.palette[23] == scheme.palette[14])
  }

  @Test func takesBase24() throws {
    let more = "  base10: \"#101010\"\n  base17: '171717'\n"
    let scheme = try #require(SchemeFile(yaml: base16() + more, file: "f").scheme)
    #expect(scheme.palette[16] == .rgb(0x10, 0x10, 0x10))
    #expect(scheme.palette[23] == .rgb(0x17, 0x17, 0x17))
  }

  @Test func takesTheOldForm() throws {
    let lines = (0..<16).map { "\(key($0)): \"\(hex($0))\"\n" }.joined()
    let file = SchemeFile(yaml: "scheme: \"Old\"\nauthor: \"A\"\n" + lines, file: "f")
    #expect(file.diagnostics == [])
    #expect(file.scheme?.name == "Old")
    #expect(file.scheme?.palette.first == .black)
  }

  @Test(arguments: [("\"000000\"", Scheme.Variant.dark), ("\"#ffffff\"", .light)])
  func derivesTheVariantFromTheBackground(background: String, variant: Scheme.Variant) {
    let yaml = base16(variant: nil).replacing("base00: \"000000\"", with: "base00: \(background)")
    #expect(SchemeFile(yaml: yaml, file: "f").scheme?.variant == variant)
  }

  @Test func isReadWhereDigitsAreNotQuoted() {
    let yaml = base16().replacing("\"070000\"", with: "070000").replacing(
      "\"0e0000\"", with: "1e1000")
    let scheme = SchemeFile(yaml: yaml, file: "f").scheme
    #expect(scheme?.palette[7] == .rgb(7, 0, 0))
    #expect(scheme?.palette[14] == .rgb(0x1e, 0x10, 0))
  }

  @Test func leavesColorsToTheTerminal() throws {
    let yaml = base16(variant: nil).replacing("base00: \"000000\"", with: "base00: default")
      .replacing("base08: \"080000\"", with: "base08: ansi9")
    let file = SchemeFile(yaml: yaml, file: "f")
    let scheme = try #require(file.scheme)
    #expect(file.diagnostics == [] && scheme.variant == nil)
    #expect(scheme.palette[0] == .standard && scheme.palette[8] == .ansi(9))
    #expect(scheme.palette[18] == .ansi(9))
  }

  @Test(arguments: ["ansi16", "ansi", "ansi-1", "ansi+1", "Default", "red"])
  func isNoneWithANameThatIsNoColor(name: String) {
    let yaml = base16().replacing("\"080000\"", with: name)
    #expect(SchemeFile(yaml: yaml, file: "f").scheme == nil)
  }

  @Test func isNoneWithoutAllSixteen() {
    let file = SchemeFile(
      yaml: base16().replacing("base0A: \"0a0000\"", with: "base0A: \"0a000\""), file: "f")
    #expect(file.scheme == nil)
    #expect(file.diagnostics.count == 2)
    #expect(file.diagnostics.first?.message.contains("no usable base0A") == true)
    #expect(file.diagnostics.last?.message.contains("'base0A: 0a000' is not a colour") == true)
  }

  @Test(arguments: ["", "text", "a: [", "[]", "palette: 7"])
  func isNoneFromWhatIsNoScheme(yaml: String) {
    #expect(SchemeFile(yaml: yaml, file: "f").scheme == nil)
  }

  private func base16(variant: String? = "dark") -> String {
    "system: \"base16\"\nname: \"Ocean\"\nslug: ocean\nauthor: \"Someone\"\n"
      + (variant.map { "variant: \"\($0)\"\n" } ?? "") + "palette:\n"
      + (0..<16).map { "  \(key($0)): \"\(hex($0))\" # a comment\n" }.joined()
  }

  private func key(_ index: Int) -> String {
    "base0" + String(index, radix: 16, uppercase: true)
  }

  private func hex(_ index: Int) -> String {
    "0" + String(index, radix: 16) + "0000"
  }
}

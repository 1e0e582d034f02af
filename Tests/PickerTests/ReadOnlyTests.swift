import Canvas
import Picker
import Testing

struct ReadOnlyTests {
  private let guarded = model([
    entry("prod", "Production", readOnly: true), entry("dev", "Development"),
  ])

  @Test(arguments: [
    ("<alt-r>", "prod"), ("<down><alt-r>", "dev"), ("<enter>", "prod"), ("<ctrl-o><enter>", "prod"),
  ])
  func switchesReadOnly(keys: String, name: String) throws {
    try expect(guarded, typing: keys, asks: [.assume(entry: name, code: nil, options: readOnly)])
  }

  @Test func whatIsNotSaidToBeReadOnlyIsNot() throws {
    try expect(guarded, typing: "<down><enter>", asks: [.assume(entry: "dev", code: nil)])
    try expect(guarded, typing: "zzz<alt-r>", asks: [.ring])
  }

  @Test func aShortcutDoesNotTakeTheKey() throws {
    let own = model([entry("a"), entry("b", shortcut: "r")])
    try expect(own, typing: "<alt-r>", asks: [.assume(entry: "a", code: nil, options: readOnly)])
  }

  @Test(arguments: [(100, " ro "), (80, " ro "), (40, " ro ")])
  func rowsSaySo(columns: Int, mark: String) {
    let lines = guarded.view(Size(rows: 24, columns: columns)).lines
    #expect(lines.filter { $0.contains(mark) && $0.contains("Production") }.count == 1)
    #expect(lines.contains { $0.contains("Development") && !$0.contains(mark) })
  }

  @Test func theNarrowRowKeepsItsAccount() {
    #expect(
      guarded.view(small).lines.contains { $0.contains("Production") && $0.hasSuffix("111111") })
  }

  @Test func detailsAndTheCallSaySo() throws {
    let size = Size(rows: 24, columns: 80)
    #expect(guarded.described(size).view(size).text.contains("read-only"))
    var call = try typing("<enter>", into: guarded).model
    #expect(call.view(small).text.contains("Read-only: assuming Admin in 1"))
    #expect(call.update(.progress("waiting")) == [])
    #expect(call.view(size).text.contains("╭─ Production (read-only) "))
    #expect(call.update(.failed(entry: "prod", "no")) == [])
    #expect(call.view(size).text.contains("Could not switch to Production (read-only) "))
    #expect(call.view(small).text.contains("(read-only) "))
  }

  @Test func theFormSaysThatItIsAlwaysSo() throws {
    let form = try typing("<ctrl-o>", into: guarded).model.view(Size(rows: 24, columns: 80)).text
    #expect(form.contains("It is always read-only, as its settings say."))
    #expect(!form.contains("Read-only  "))
  }

  @Test func theNameIsWantedForThatToo() throws {
    let confirmed = model([entry("prod", confirm: true)])
    try expect(
      confirmed, typing: "<alt-r>prod<enter>",
      asks: [.assume(entry: "prod", code: nil, options: readOnly)])
  }
}

import Accounts
import Canvas
import Testing

struct LabelColorTests {
  @Test(arguments: [
    ("red", "#d13212"), ("Orange", "#ec7211"), ("yellow", "#f2c744"), ("GREEN", "#1d8102"),
    ("teal", "#00a1c9"), ("blue", "#0073bb"), ("purple", "#6b48c8"), ("pink", "#d6336c"),
    ("grey", "#879596"), ("gray", "#879596"), ("#D13212", "#d13212"), ("d13212", "#d13212"),
  ])
  func isReadByNameOrInDigits(text: String, hex: String) {
    #expect(Color(label: text)?.hex == hex)
  }

  @Test(arguments: ["", "rouge", "#fff", "#d132123", "#d1321g", "##d13212", " red"])
  func isNothingElse(text: String) {
    #expect(Color(label: text) == nil)
  }

  // These values are a promise: an entry's colour stays the same from version to version.
  @Test(arguments: [
    ("", "#55aacc"), ("default", "#ccccff"), ("prod", "#55aacc"), ("dev", "#ff6699"),
    ("staging", "#661199"), ("prod-admin", "#885577"), ("Zürich", "#885577"),
  ])
  func derivedFromANameNeverChanges(name: String, hex: String) {
    #expect(Color(derivedFrom: name).hex == hex)
  }

  /// These values of `automatic_colors: name` are a promise, too.
  @Test(arguments: [
    ("", "#968ff7"), ("default", "#b84455"), ("prod", "#986600"), ("dev", "#b84455"),
    ("staging", "#08ba87"), ("prod-admin", "#0a8282"), ("Zürich", "#08ba87"),
  ])
  func derivedFromANameAloneNeverChanges(name: String, hex: String) {
    let color = Settings.AutomaticColors.name.color(name: name, displayName: "prod")
    #expect(color.hex == hex)
  }

  @Test(arguments: [Color.derived, Color.derivedFromNamesAlone])
  func derivedFromNamesIsSpreadEvenly(colors: [Color]) {
    let names = (0..<1200).map { "account-\($0)" }
    let counts = Dictionary(grouping: names) { Color(derivedFrom: $0, among: colors) }.values
      .map(\.count)
    let share = 1200 / colors.count
    #expect(counts.count == colors.count)
    #expect(counts.allSatisfy { (share * 6 / 10...share * 14 / 10).contains($0) })
  }
}

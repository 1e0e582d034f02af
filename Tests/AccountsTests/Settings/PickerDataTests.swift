import Accounts
import Foundation
import Testing

struct PickerDataTests {
  @Test func keepWhatThePickerMustKnowAtOnce() throws {
    let yaml = """
      theme: {dark: nord, light: github}
      sort: name
      mouse: full
      vi: true
      keys: {ctrl-x: options, f5: down}
      entries: [{name: prod, display: Production}]
      """
    let settings = Settings(yaml: yaml, file: "config.yaml")
    let remarks = try #require(settings.pickerData)
    let kept = try #require(Settings(pickerData: remarks))
    #expect(kept.theme == settings.theme && kept.sort == .name && kept.mouse == .full && kept.vi)
    #expect(kept.keys == settings.keys && kept.entries.isEmpty)
    let none = try #require(Settings().pickerData)
    #expect(Settings(pickerData: none) == Settings())
  }

  @Test(arguments: ["", "x", "a\0b\0sideways\0off\0", "\0\0name\0off\0vi\0key"])
  func refuseWhatIsNone(text: String) {
    #expect(Settings(pickerData: Data(text.utf8)) == nil)
  }
}

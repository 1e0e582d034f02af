import ArgumentParser
import Testing
@testable import Switchback

struct ExportCommandTests {
  @Test(arguments: [["--yes"], ["--profile", "x"], ["--file", "x"], ["--replace"], ["--print"]])
  func optionsOfTheFileGoWithIt(_ options: [String]) throws {
    #expect(throws: (any Error).self) { try ExportCommand.parse(["prod"] + options) }
    #expect(throws: Never.self) { try ExportCommand.parse(["prod", "--format", "ini"] + options) }
  }
}

import Accounts
import Foundation
import Testing

struct SchemesTests {
  let folder: TemporaryFolder
  let yaml =
    "name: N\n"
    + (0..<16).map { "base0\(String($0, radix: 16, uppercase: true)): \"123456\"\n" }.joined()

  init() throws {
    folder = try TemporaryFolder()
  }

  private var schemes: Schemes {
    Schemes(folder: folder.path, bundled: ["dark": "name: Bundled\n" + yaml.dropFirst(8)])
  }

  private func add(_ name: String, _ text: String) throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: folder.path + "/" + name))
  }

  @Test func areTheUsersOwnThenTheBundledOnes() throws {
    try add("nord.yaml", yaml)
    try add("sea.yml", yaml)
    try add("notes.txt", "")
    #expect(schemes.names == ["dark", "nord", "sea"])
    #expect(try schemes.file(named: "sea").scheme?.name == "N")
    #expect(try schemes.file(named: "dark").scheme?.name == "Bundled")
    try add("dark.yaml", yaml)
    #expect(try schemes.file(named: "dark").scheme?.name == "N")
  }

  @Test func saysWhereItIsFrom() throws {
    try add("nord.yaml", yaml)
    #expect(try schemes.scheme(named: "nord").file == folder.path + "/nord.yaml")
    #expect(try schemes.scheme(named: "dark").file == nil)
    #expect(try schemes.scheme(named: "dark").scheme.name == "Bundled")
  }

  @Test func thatGiveNoSchemeSayWhatIsWrong() throws {
    try add("half.yaml", "base00: \"000000\"\n")
    let path = folder.path + "/half.yaml"
    #expect {
      try schemes.scheme(named: "half")
    } throws: {
      "\($0)".hasPrefix(
        "The theme 'half' cannot be used. \(path):1: The scheme has no usable base01")
    }
  }

  @Test func areTheBundledOnesWhereThereIsNoFolder() throws {
    let schemes = Schemes(folder: folder.path + "/none", bundled: ["dark": yaml])
    #expect(schemes.names == ["dark"])
  }

  @Test func ofAnUnknownNameAreRefusedWithTheNearest() {
    #expect(throws: SchemeError.unknown("drak", nearest: ["dark"])) {
      try schemes.file(named: "drak")
    }
    #expect(throws: SchemeError.unknown("../dark", nearest: ["dark"])) {
      try schemes.file(named: "../dark")
    }
  }

  @Test func thatCannotBeReadSayWhy() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path + "/dir.yaml", withIntermediateDirectories: true)
    #expect(throws: SchemeError.self) { try schemes.file(named: "dir") }
  }
}

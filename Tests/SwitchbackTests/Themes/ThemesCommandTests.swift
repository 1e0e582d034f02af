import Canvas
import Foundation
import Shells
import Testing
import Text
@testable import Switchback

struct ThemesCommandTests {
  private struct Listed: Decodable, Equatable {
    var name: String
    var display_name: String
    var author: String?
    var variant: String?
    var from: String
  }

  private struct Checked: Decodable {
    struct Role: Decodable {
      var surface, role: String
      var least: Double
      var given, shown: Double?
    }

    var name: String
    var roles: [Role]
  }

  @Test func allOfTheFolderAreBundled() throws {
    let root = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent()
    }
    let files = try FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Themes").path)
    #expect(files.sorted() == bundledThemes.keys.map { $0 + ".yaml" }.sorted())
  }

  @Test func areListedWithWhereTheyAreFrom() throws {
    let folder = try ThemesFolder(["sea.yaml": ThemesFolder.scheme(name: "Sea")])
    let output = Output()
    try printThemes(json: true, at: .none, output.of(folder.world()))
    let listed = try JSONDecoder().decode([Listed].self, from: Data(output.printed.utf8))
    #expect(listed.map(\.name) == (bundledThemes.keys + ["sea"]).sorted())
    let sea = Listed(
      name: "sea", display_name: "Sea", author: "Maya", variant: "dark",
      from: folder.path + "/sea.yaml")
    #expect(listed.contains(sea))
    let terminal = try #require(listed.first { $0.name == "terminal" })
    #expect(terminal.variant == nil && terminal.from == "bundled")
    #expect(listed.first { $0.name == "github" }?.variant == "light")
  }

  @Test func areListedForPeople() throws {
    let folder = try ThemesFolder(["bad.yaml": "name: Bad\n"])
    let output = Output()
    try printThemes(json: false, at: .none, output.of(folder.world()))
    let nord = output.printed.split(separator: "\n").first { $0.hasPrefix("nord ") }
    let words = try #require(nord).split(separator: "  ").map {
      $0.trimmingCharacters(in: .whitespaces)
    }
    #expect(words.prefix(3) == ["nord", "dark", "Nord"] && words.last == "bundled")
    #expect(!output.printed.contains("\u{1B}") && !output.printed.contains("bad"))
    #expect(output.said.count == 1 && output.said[0].contains("The theme 'bad' cannot be used."))
  }

  @Test(arguments: [60, 80, 160], [ColorDepth.none, .truecolor])
  func fitATerminal(columns: Int, depth: ColorDepth) throws {
    let output = Output()
    var world = try ThemesFolder().world()
    world.outputLook = { TableLook(columns: columns, colors: .unstyled) }
    try printThemes(json: false, at: depth, output.of(world))
    let lines = output.printed.split(separator: "\n").map { String($0).cleaned }
    #expect(lines.count == bundledThemes.count + 1)
    #expect(lines.allSatisfy { $0.columns <= columns })
    #expect(lines[0].contains("NAME") && lines.contains { $0.contains("nord") })
    #expect(lines[0].contains("AUTHOR") == (columns >= 80 || depth == .none))
  }

  @Test func areShownInTheirColoursOnATerminal() throws {
    let output = Output()
    try printThemes(json: false, at: .truecolor, output.of(try ThemesFolder().world()))
    let nord = try #require(output.printed.split(separator: "\n").first { $0.contains("nord") })
    // Its page is #2e3440, its text #e5e9f0; the line ends as it was before.
    #expect(nord.hasPrefix("\u{1B}[0;38;2;229;233;240;48;2;46;52;64m ●"))
    #expect(nord.contains("\u{1B}[0m  nord"))
  }

  @Test func areCheckedForContrast() throws {
    let output = Output()
    try printContrasts(
      of: [], at: .truecolor, json: true, output.of(try ThemesFolder().world()))
    let checked = try JSONDecoder().decode([Checked].self, from: Data(output.printed.utf8))
    #expect(checked.map(\.name) == bundledThemes.keys.sorted())
    for theme in checked where theme.name != "terminal" {
      #expect(theme.roles.count == 42)
      #expect(theme.roles.allSatisfy { $0.shown ?? 0 >= $0.least }, "\(theme.name)")
    }
    let nord = try #require(checked.first { $0.name == "nord" })
    let danger = try #require(nord.roles.first { $0.role == "danger" && $0.surface == "page" })
    #expect(danger.given == 3.05 && danger.shown ?? 0 >= 4.5 && danger.least == 4.5)
  }

  @Test func areCheckedInATable() throws {
    let output = Output()
    try printContrasts(
      of: ["nord", "terminal"], at: .truecolor, json: false, output.of(try ThemesFolder().world()))
    let lines = output.printed.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first?.hasPrefix("nord") == true && lines.contains(""))
    let danger = try #require(lines.first { $0.hasPrefix("  danger ") })
    #expect(danger.contains(" 3.05 →  4.72"))
    #expect(lines.contains { $0.hasPrefix("  text ") && $0.contains("the terminal's") })
  }

  @Test func thatCannotBeUsedAreRefusedAndTheOthersChecked() throws {
    let folder = try ThemesFolder(["bad.yaml": "name: Bad\n"])
    let output = Output()
    #expect {
      try printContrasts(
        of: ["bad", "nrod", "nord"], at: .truecolor, json: false, output.of(folder.world()))
    } throws: { error in
      let failure = error as? CommandError
      return failure?.status == 2
        && failure?.description.contains("\(folder.path)/bad.yaml:1: The scheme has no usable")
          == true
        && failure?.description.contains("There is no theme 'nrod'; did you mean 'nord'?") == true
    }
    #expect(output.printed.hasPrefix("nord"))
  }

  @Test func ofOneColourAreReadableAllTheSame() throws {
    let folder = try ThemesFolder(["grey.yaml": ThemesFolder.scheme(name: "Grey", color: "7f7f7f")])
    try printContrasts(of: ["grey"], at: .truecolor, json: false, folder.world())
    try printContrasts(of: ["grey"], at: .indexed256, json: false, folder.world())
  }
}

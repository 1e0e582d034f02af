import Foundation
import Testing

/// `switchback themes`, and a theme in the picker of a real terminal.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct ThemesTests {
  private struct Listed: Decodable {
    var name, from: String
  }

  @Test func listNamesTheUsersOwnToo() async throws {
    let home = try Home()
    let colors = (0..<16).map { "  base0\(String($0, radix: 16, uppercase: true)): \"7f7f7f\"\n" }
    try home.write("config/switchback/themes/fog.yaml", "name: Fog\npalette:\n" + colors.joined())
    let outcome = try await home.switchback("themes", "--json")
    let listed = try outcome.json(as: [Listed].self)
    #expect(listed.filter { $0.from == "bundled" }.count >= 14)
    #expect(listed.contains { $0.name == "fog" && $0.from.hasSuffix("/themes/fog.yaml") })
    #expect(try await home.switchback("themes", "check").status == 0)
  }

  @Test func checkRefusesAFileThatGivesNoScheme() async throws {
    let home = try Home()
    try home.write("config/switchback/themes/half.yaml", "base00: \"000000\"\n")
    let outcome = try await home.switchback("themes", "check", "half")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("half.yaml:1: The scheme has no usable base01"), "\(outcome)")
    #expect(try await home.switchback("themes", "check", "--color", "16").status == 64)
  }

  @Test func aLinkThatLeadsNowhereOrInACircleIsSaid() async throws {
    let home = try Home()
    let files = FileManager.default
    let folder = home.path("config/switchback/themes")
    try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (name, target) in [("gone", home.path("not-there")), ("circle", folder + "/circle.yaml")] {
      try files.createSymbolicLink(atPath: "\(folder)/\(name).yaml", withDestinationPath: target)
    }
    for (name, why) in [("gone", "leads nowhere"), ("circle", "form a loop")] {
      let checked = try await home.switchback("themes", "check", name)
      #expect(checked.refuses(2, saying: "\(folder)/\(name).yaml", why), "\(checked)")
      let all = try await home.switchback("themes")
      #expect(all.errors.contains(why) && !all.errors.contains("did you mean"), "\(all)")
    }
    try files.removeItem(atPath: folder)
    try files.createSymbolicLink(atPath: folder, withDestinationPath: home.path("not-mounted"))
    let all = try await home.switchback("themes")
    #expect(all.errors.contains(folder) && all.errors.contains("leads nowhere"), "\(all)")
  }

  @Test func previewPrintsTheChosenName() async throws {
    let tmux = try await Tmux(try Home(), "switchback", "themes", "preview", captured: true)
    try await tmux.waits(for: "▸ terminal")
    try await tmux.keys("n")
    try await tmux.waits(for: "▸ nord")
    try await tmux.keys("<enter>")
    let outcome = try await tmux.outcome()
    #expect(outcome.status == 0 && outcome.output == "nord\n")
    #expect(outcome.errors.contains("theme: nord\n"))
    #expect(try tmux.damage() == [])
  }

  @Test(arguments: ["<esc>", "<ctrl-c>"])
  func leavingThePreviewIs130(keys: String) async throws {
    let tmux = try await Tmux(try Home(), "switchback", "themes", "preview", "dracula")
    try await tmux.waits(for: "▸ dracula")
    try await tmux.keys(keys)
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
  }

  @Test func thePickerWearsTheTheme() async throws {
    let home = try Home()
    try home.config(storedKeys("alpha"))
    let tmux = try await Tmux(
      home, "switchback", "--theme", "nord", with: ["COLORTERM": "truecolor"])
    try await tmux.waits(for: "alpha")
    // Nord's page.
    #expect(try await tmux.screen(styled: true).contains("48;2;46;52;64"))
  }
}

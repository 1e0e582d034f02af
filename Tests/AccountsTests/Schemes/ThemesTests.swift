import Accounts
import Canvas
import Foundation
import Testing

struct ThemesTests {
  @Test(arguments: [
    "dark", "light", "high-contrast", "high-contrast-light", "deuteranopia", "deuteranopia-light",
    "tritanopia",
    "tritanopia-light",
  ])
  func bundledOnesAreCompleteAndReadable(name: String) throws {
    let file = SchemeFile(yaml: try text(name), file: name)
    let scheme = try #require(file.scheme)
    #expect(file.diagnostics == [])
    #expect(scheme.variant == (name.hasSuffix("light") ? .light : .dark))
    let (background, panel, selection) = (scheme.palette[0], scheme.palette[1], scheme.palette[2])
    for color in scheme.palette[3..<16] {
      #expect(try #require(color.contrast(with: background)) >= 4.5)
      #expect(try #require(color.contrast(with: panel)) >= 4.5)
    }
    for color in scheme.palette[4...7] {
      #expect(try #require(color.contrast(with: selection)) >= 4.5)
    }
  }

  @Test(arguments: names)
  func areSchemesWithTheirAuthorsNamed(name: String) throws {
    let file = SchemeFile(yaml: try text(name), file: name)
    let scheme = try #require(file.scheme)
    #expect(file.diagnostics == [] && scheme.author?.isEmpty == false)
    #expect((scheme.variant == nil) == (name == "terminal"))
    if name.hasSuffix("light") { #expect(scheme.variant == .light) }
    // The variant in the file agrees with its background.
    #expect(scheme.palette[0].isLight == scheme.variant.map { $0 == .light })
  }

  @Test func areAtLeastFourteen() {
    #expect(Self.names.count >= 14)
  }

  @Test func thatKeepToTheTerminalSayWhatTheProgramHas() throws {
    let scheme = try #require(SchemeFile(yaml: try text("terminal"), file: "terminal").scheme)
    #expect(scheme == .terminal)
  }

  private static let names: [String] = {
    let files = try? FileManager.default.contentsOfDirectory(
      atPath: root.appending(path: "Themes").path)
    return (files ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  private func text(_ name: String) throws -> String {
    try String(contentsOf: Self.root.appending(path: "Themes/\(name).yaml"), encoding: .utf8)
  }

  private static var root: URL {
    (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
  }
}

import Accounts
import Canvas
import Foundation
import Testing

struct ThemesTests {
  @Test(arguments: ["dark", "light", "high-contrast"])
  func ofOursAreWholeAndReadable(name: String) throws {
    let path = root.appending(path: "Themes/\(name).yaml")
    let file = SchemeFile(yaml: try String(contentsOf: path, encoding: .utf8), file: name)
    let scheme = try #require(file.scheme)
    #expect(file.diagnostics == [])
    #expect(scheme.variant == (name == "light" ? .light : .dark))
    let (background, panel, selection) = (scheme.palette[0], scheme.palette[1], scheme.palette[2])
    for color in scheme.palette[3..<16] {
      #expect(try #require(color.contrast(with: background)) >= 4.5)
      #expect(try #require(color.contrast(with: panel)) >= 4.5)
    }
    for color in scheme.palette[4...7] {
      #expect(try #require(color.contrast(with: selection)) >= 4.5)
    }
  }

  private var root: URL {
    (0..<4).reduce(URL(filePath: #filePath)) { url, _ in url.deletingLastPathComponent() }
  }
}

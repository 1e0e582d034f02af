import Foundation
@testable import Switchback

/// A home with a folder of themes in it, for one test.
final class ThemesFolder: Sendable {
  let home = FileManager.default.temporaryDirectory.path + "/switchback-\(UUID().uuidString)"
  var path: String { home + "/config/themes" }

  init(_ files: [String: String] = [:]) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, text) in files {
      try Data(text.utf8).write(to: URL(filePath: path + "/" + name))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: home) }

  /// A world that has this home.
  func world(_ environment: [String: String] = [:]) -> World {
    .stub(environment: environment.merging(["SWITCHBACK_HOME": home]) { own, _ in own })
  }

  /// A scheme whose sixteen colours are all the same.
  static func scheme(name: String, color: String = "123456") -> String {
    let colors = (0..<16).map { "base0\(String($0, radix: 16, uppercase: true)): \"\(color)\"\n" }
    return "name: \"\(name)\"\nauthor: \"Maya\"\n" + colors.joined()
  }
}

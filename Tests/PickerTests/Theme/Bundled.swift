import Accounts
import Foundation

/// The schemes of the repository's `Themes` folder.
enum Bundled {
  static let themes: [NamedScheme] = {
    let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (files ?? []).sorted().compactMap { file in
      let text = try? String(contentsOf: folder.appending(path: file), encoding: .utf8)
      return SchemeFile(yaml: text ?? "", file: file).scheme.map {
        NamedScheme(name: String(file.dropLast(5)), scheme: $0)
      }
    }
  }()

  static func scheme(_ name: String) -> Scheme? {
    themes.first { $0.name == name }?.scheme
  }

  private static let folder = (0..<4).reduce(URL(filePath: #filePath)) { url, _ in
    url.deletingLastPathComponent()
  }.appending(path: "Themes")
}

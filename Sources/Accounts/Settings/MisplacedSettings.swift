import Files
import Glibc

/// A file that was most likely meant for settings, where there is no `config.yaml`.
package struct MisplacedSettings: Sendable {
  let file: String
  private let expectedFile: String

  /// Nil where there is none, in the folder of `config.yaml` or in places that other programs have theirs in.
  package init?(inPlaceOf settingsFile: String, _ environment: [String: String]) {
    guard access(settingsFile, F_OK) != 0, errno == ENOENT else { return nil }
    let parent = folder(of: settingsFile)
    let names = ((try? files(in: parent)) ?? []).filter { Self.isLikely($0.lowercased()) }
    let likely =
      names.min().map { parent + "/" + $0 }
      ?? Self.elsewhere(environment, parent).first { isFile($0) }
    guard let likely else { return nil }
    (file, expectedFile) = (likely, settingsFile)
  }

  package var sentence: String {
    "\(file) is not read, and so protects nothing: settings are read from \(expectedFile)."
  }

  package var diagnostic: Diagnostic { Diagnostic(Origin(file: file, line: 1), sentence) }

  private static let stems = ["config", "configuration", "settings", "switchback"]

  /// True for the program's name or a word for settings, with any ending: of YAML, another that editors give, of a
  /// copy, or none.
  private static func isLikely(_ name: String) -> Bool {
    stems.contains { stem in
      name.hasPrefix(stem) && name.dropFirst(stem.count).first?.isLetter != true
    }
  }

  /// Beside the folder of `config.yaml`, and in the home folder.
  private static func elsewhere(_ environment: [String: String], _ parent: String) -> [String] {
    guard environment["SWITCHBACK_HOME"] == nil, let home = environment["HOME"] else { return [] }
    let endings = ["yaml", "yml"]
    return endings.map { "\(folder(of: parent))/switchback.\($0)" }
      + endings.flatMap { ["\(home)/.switchback.\($0)", "\(home)/.switchback/config.\($0)"] }
  }
}

private func isFile(_ path: String) -> Bool { (try? FileKind(of: path)) == .file }

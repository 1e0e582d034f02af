import Files
import Glibc

/// A file that was probably meant as the settings, if there is no `config.yaml`, or if it has
/// different protection.
package struct MisplacedSettings: Sendable {
  let file: String
  private let expectedFile: String
  private var isMeantEmpty = false
  /// The entries that it would protect, if it is `config.yml` and there is no `config.yaml`.
  package private(set) var protections: [UnreadProtectionError] = []

  /// Looks for such a file; nil if there is none.
  ///
  /// If `config.yaml` is missing, the file may be in its folder or where other programs have their
  /// settings. If `config.yaml` exists, a `config.yml` that protects entries counts; if it is
  /// empty, a copy that protects entries counts too.
  ///
  /// `read` returns a file's bytes, nil if there is none.
  package init?(
    inPlaceOf settingsFile: String, _ environment: [String: String],
    _ read: (_ path: String) throws -> [UInt8]?
  ) {
    let parent = folder(of: settingsFile)
    var found = stat()
    if stat(settingsFile, &found) == 0 {
      isMeantEmpty = found.st_size == 0
      let names = isMeantEmpty ? Self.copies(in: parent) : [Self.otherName]
      let protecting = names.map { parent + "/" + $0 }.first {
        !Self.protections(of: $0, read).isEmpty
      }
      guard let protecting else { return nil }
      (file, expectedFile) = (protecting, settingsFile)
      return
    }
    guard errno == ENOENT else { return nil }
    let names = ((try? files(in: parent)) ?? []).filter { Self.isLikely($0.lowercased()) }
    let likely =
      names.min().map { parent + "/" + $0 }
      ?? Self.elsewhere(environment, parent).first { isFile($0) }
    guard let likely else { return nil }
    (file, expectedFile) = (likely, settingsFile)
    if names.contains(Self.otherName) {
      protections = Self.protections(of: parent + "/" + Self.otherName, read)
    }
  }

  package var sentence: String {
    "\(file) is not read, so it protects nothing. Settings are read from \(expectedFile)"
      + (isMeantEmpty ? ", which is empty." : ".")
  }

  package var diagnostic: Diagnostic { Diagnostic(Origin(file: file, line: 1), sentence) }

  /// The path of the file with the other common name, whether it exists or not.
  package static func otherFile(beside settingsFile: String) -> String {
    folder(of: settingsFile) + "/" + otherName
  }

  /// The name of the settings file with the other common extension.
  private static let otherName = "config.yml"

  private static let stems = ["config", "configuration", "settings", "switchback"]

  /// True for the program's name or a word for settings, with any extension: of YAML, of an editor,
  /// of a copy, or none.
  private static func isLikely(_ name: String) -> Bool {
    stems.contains { stem in
      name.hasPrefix(stem) && name.dropFirst(stem.count).first?.isLetter != true
    }
  }

  /// The names of possible copies or drafts of `config.yaml`, made by an editor or by Switchback.
  private static func copies(in folder: String) -> [String] {
    let beginnings = [otherName, "config.yaml", ".config.yaml", "#config.yaml", draftPrefix]
    return ((try? files(in: folder)) ?? []).filter { name in
      name != "config.yaml" && beginnings.contains(where: name.hasPrefix)
    }.sorted()
  }

  /// The protection in a file; nothing if it cannot be read or is not text.
  private static func protections(
    of file: String, _ read: (_ path: String) throws -> [UInt8]?
  ) -> [UnreadProtectionError] {
    guard isFile(file), let bytes = try? read(file), !bytes.isEmpty, !bytes.contains(0)
    else { return [] }
    return Settings(bytes: bytes, file: file).protections(
      ignoredBecause: "This file is not read: settings are read from config.yaml. Rename it.")
  }

  /// Paths beside the folder of `config.yaml`, and in the home folder.
  private static func elsewhere(_ environment: [String: String], _ parent: String) -> [String] {
    guard environment["SWITCHBACK_HOME"] == nil, let home = environment["HOME"] else { return [] }
    let endings = ["yaml", "yml"]
    return endings.map { "\(folder(of: parent))/switchback.\($0)" }
      + endings.flatMap { ["\(home)/.switchback.\($0)", "\(home)/.switchback/config.\($0)"] }
  }
}

private func isFile(_ path: String) -> Bool { (try? FileKind(of: path)) == .file }

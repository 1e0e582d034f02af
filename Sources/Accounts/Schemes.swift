import Files
import Glibc
import Text

/// The available schemes: the user's files in a folder, then the bundled ones.
package struct Schemes: Sendable, Hashable {
  let folder: String
  let bundled: [String: String]

  /// `folder` need not exist; `bundled` is YAML text by name.
  package init(folder: String, bundled: [String: String]) {
    self.folder = folder
    self.bundled = bundled
  }

  /// The path of the user's file of that name, even if it cannot be read; nil if there is none.
  package func path(of name: String) -> String? {
    guard !name.contains("/") else { return nil }
    return extensions.map { "\(folder)/\(name)\($0)" }.first(where: isThere)
  }

  /// Why the user's schemes cannot be listed; nil if they can.
  package var listingProblem: String? {
    do throws(SystemError) { _ = try files(in: folder) } catch {
      return "The themes in \(folder) cannot be listed: \(error)."
    }
    return danglingLink(in: folder).map {
      "The themes in \(folder) cannot be listed: the symbolic link \($0) leads nowhere."
    }
  }

  /// All names that `file(named:)` accepts, sorted.
  package var names: [String] {
    let own = ((try? files(in: folder)) ?? []).compactMap { file in
      extensions.first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) }
    }
    return Set(own).union(bundled.keys).sorted()
  }

  /// The scheme of that name, with the user's before a bundled one; throws if there is no valid
  /// one.
  package func scheme(named name: String) throws(SchemeError) -> NamedScheme {
    let file = try file(named: name)
    guard let scheme = file.scheme else { throw .unusable(name, file.diagnostics) }
    return NamedScheme(name: name, scheme: scheme, file: path(of: name))
  }

  /// The file of that name, with the user's before a bundled one; throws if there is neither.
  package func file(named name: String) throws(SchemeError) -> SchemeFile {
    if let path = path(of: name) {
      switch TextFile(path, limit: 1 << 20) {
      case .absent:
        guard let link = danglingLink(in: path) else { break }
        throw .unreadable(name, file: path, reason: "the symbolic link \(link) leads nowhere")
      case .text(let text): return SchemeFile(yaml: text, file: path)
      case .unreadable(let reason): throw .unreadable(name, file: path, reason: reason)
      }
    }
    guard let text = bundled[name] else {
      throw .unknown(name, nearest: nearest(to: name, among: names))
    }
    return SchemeFile(yaml: text, file: name)
  }
}

/// True if a file seems to exist: an error other than a missing file or folder counts as one, and a
/// link without a target too.
private func isThere(_ path: String) -> Bool {
  do throws(SystemError) { _ = try FileKind(of: path, following: false) } catch {
    return ![ENOENT, ENOTDIR].contains(error.code)
  }
  return true
}

private let extensions = [".yaml", ".yml"]

/// Why a scheme of a name cannot be used.
package enum SchemeError: Error, Sendable, Hashable {
  case unknown(String, nearest: [String])
  case unreadable(String, file: String, reason: String)
  /// The file has no valid scheme.
  case unusable(String, [Diagnostic])
}

extension SchemeError: CustomStringConvertible {
  package var description: String { maskingSecrets(sentence) }

  private var sentence: String {
    switch self {
    case .unknown(let name, let nearest):
      "There is no theme '\(name)'"
        + (nearest.first.map { "; did you mean '\($0)'?" }
          ?? "; see `switchback themes`.")
    case .unreadable(let name, let file, let reason):
      "The theme '\(name)' in \(file) could not be read: \(reason)."
    case .unusable(let name, let diagnostics):
      "The theme '\(name)' cannot be used. "
        + diagnostics.map { "\($0.origin.file):\($0.origin.line): \($0.message)" }.joined(
          separator: " ")
    }
  }
}

import Files
import Glibc
import Text

/// The schemes that there are: the user's own files in a folder, then the bundled ones.
package struct Schemes: Sendable, Hashable {
  let folder: String
  let bundled: [String: String]

  /// `folder` need not exist; `bundled` is YAML text by name.
  package init(folder: String, bundled: [String: String]) {
    self.folder = folder
    self.bundled = bundled
  }

  /// The user's own file of that name, whether it can be read or not; nil if there is none.
  package func path(of name: String) -> String? {
    guard !name.contains("/") else { return nil }
    return extensions.map { "\(folder)/\(name)\($0)" }.first(where: isThere)
  }

  /// Why the user's own schemes cannot be listed; nil if they can.
  package var listingProblem: String? {
    do throws(SystemError) { _ = try files(in: folder) } catch {
      return "The themes in \(folder) cannot be listed: \(error)."
    }
    return danglingLink(in: folder).map {
      "The themes in \(folder) cannot be listed: the symbolic link \($0) leads nowhere."
    }
  }

  /// Every name that `file(named:)` knows, sorted.
  package var names: [String] {
    let own = ((try? files(in: folder)) ?? []).compactMap { file in
      extensions.first { file.hasSuffix($0) }.map { String(file.dropLast($0.count)) }
    }
    return Set(own).union(bundled.keys).sorted()
  }

  /// The scheme of that name, the user's before a bundled one; throws if there is none that can
  /// be used.
  package func scheme(named name: String) throws(SchemeError) -> NamedScheme {
    let file = try file(named: name)
    guard let scheme = file.scheme else { throw .unusable(name, file.diagnostics) }
    return NamedScheme(name: name, scheme: scheme, file: path(of: name))
  }

  /// The file of that name, the user's before a bundled one; throws if there is neither.
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

/// Anything but "there is no such file" is a sign that there is one, unless the folder is none; of a link without an end, that there is the link.
private func isThere(_ path: String) -> Bool {
  do throws(SystemError) { _ = try FileKind(of: path, following: false) } catch {
    return ![ENOENT, ENOTDIR].contains(error.code)
  }
  return true
}

private let extensions = [".yaml", ".yml"]

/// Why there is no scheme of a name that can be used.
package enum SchemeError: Error, Sendable, Hashable {
  case unknown(String, nearest: [String])
  case unreadable(String, file: String, reason: String)
  /// Its file gives no scheme.
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
    case .unusable(let name, let faults):
      "The theme '\(name)' cannot be used. "
        + faults.map { "\($0.origin.file):\($0.origin.line): \($0.message)" }.joined(separator: " ")
    }
  }
}

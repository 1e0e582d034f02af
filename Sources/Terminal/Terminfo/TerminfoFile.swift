import Glibc

/// The compiled entry that ncurses would use for a terminal; nil if it is not in a file of its own.
///
/// It throws a `DamagedTerminfoError` if ncurses must not read the entry.
package func terminfoEntry(
  for term: String, environment: [String: String]
) throws(DamagedTerminfoError) -> TerminfoEntry? {
  let files = terminfoPaths(for: term, environment: environment).lazy
    .compactMap { path in readFile(path, limit: 1 << 16).map { (path, $0) } }
  guard let (path, bytes) = files.first else { return nil }
  guard let entry = TerminfoEntry(bytes) else {
    throw DamagedTerminfoError(
      file: path, reason: "it is truncated, or of an unknown kind")
  }
  if let defect = entry.defect { throw DamagedTerminfoError(file: path, reason: defect) }
  return entry
}

/// A compiled entry on which ncurses could crash.
package struct DamagedTerminfoError: Error, Hashable {
  package let file: String
  package let reason: String
}

/// The paths that terminfo(5) searches, in order.
package func terminfoPaths(for term: String, environment: [String: String]) -> [String] {
  guard let first = term.utf8.first, !term.contains("/") else { return [] }
  let standard = ["/etc/terminfo", "/lib/terminfo", "/usr/share/terminfo", "/usr/lib/terminfo"]
  var folders = environment["TERMINFO"].map { [$0] } ?? []
  folders += environment["HOME"].map { [$0 + "/.terminfo"] } ?? []
  if let listed = environment["TERMINFO_DIRS"] {
    folders += listed.split(separator: ":", omittingEmptySubsequences: false)
      .flatMap { $0.isEmpty ? standard : [String($0)] }
  }
  folders += standard
  // By the first letter, or its code on case-insensitive file systems.
  let letters = [String(decoding: [first], as: UTF8.self), String(first, radix: 16)]
  return folders.filter { $0.hasPrefix("/") }.flatMap { folder in
    letters.map { "\(folder)/\($0)/\(term)" }
  }
}

private func readFile(_ path: String, limit: Int) -> [UInt8]? {
  let file = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard file >= 0 else { return nil }
  defer { close(file) }
  var found = stat()
  guard fstat(file, &found) == 0, found.st_mode & S_IFMT == S_IFREG else { return nil }
  var bytes = [UInt8](repeating: 0, count: limit)
  let count = read(file, &bytes, limit)
  return count > 0 ? Array(bytes.prefix(count)) : nil
}

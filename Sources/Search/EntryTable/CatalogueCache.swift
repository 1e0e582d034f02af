package import Accounts
import Files
package import Foundation

/// The last catalogue, cached in a file without secrets, and valid as long as no source changes.
///
/// With it, a picker of a hundred thousand entries shows forty of them without reading any source.
package struct CatalogueCache: Sendable {
  private let file: String
  private let sources: [FileStamp]

  /// The cache in `file` of what a program reads from `sources`; other versions of the program do
  /// not share it.
  ///
  /// Create this before the sources are read, so that a change during reading invalidates the
  /// cache.
  package init(file: String, sources: [String], program: String) {
    self.file = file
    self.sources = (sources + [program]).map(FileStamp.init)
  }

  /// The content of the cache.
  package struct Contents {
    package var table: EntryTable
    package var pickerData: Data
    /// The sources that have changed since.
    package var changed: Set<String>
  }

  /// The content cached from the same sources by the same program; nil if there is nothing usable.
  package func read() -> Contents? {
    guard let data = mapped(file), let table = EntryTable(data) else { return nil }
    let supplement = table.supplement
    if supplement.starts(with: stamps) {
      return Contents(table: table, pickerData: supplement.dropFirst(stamps.count), changed: [])
    }
    guard let end = supplement.firstRange(of: Data("\n\n".utf8)) else { return nil }
    let before = String(decoding: supplement[..<end.lowerBound], as: UTF8.self)
      .split(separator: "\n").map(String.init)
    guard before.count == sources.count, before.last == sources.last?.text else { return nil }
    let changed = zip(before, sources).filter { $0 != $1.text }
    guard changed.allSatisfy({ $0.hasSuffix(" " + $1.path) }) else { return nil }
    return Contents(
      table: table, pickerData: supplement[end.upperBound...], changed: Set(changed.map(\.1.path)))
  }

  /// The table of entries with the data that `read` returns with it.
  package func table(of entries: [Entry], pickerData: Data) -> EntryTable {
    EntryTable(entries, supplement: stamps + pickerData)
  }

  /// Writes a table to the cache; an error is ignored and only costs time at the next start.
  ///
  /// Nothing is written if a source changed while it was read, or so recently that it might change
  /// again with the same stamp.
  package func write(_ table: EntryTable, now: Date) {
    let latest = sources.map(\.changed).max() ?? 0
    let isSettled = now.timeIntervalSince1970 * 1_000_000_000 - Double(latest) > 50_000_000
    guard isSettled, sources.map(\.path).map(FileStamp.init) == sources else { return }
    try? makeFolder(folder(of: file))
    try? replaceFile(file, with: [UInt8](table.bytes), rights: .own)
  }

  /// The size of all sources in bytes.
  package var sourceSize: Int { sources.dropLast().reduce(0) { $0 + max(0, Int($1.size)) } }

  private var stamps: Data {
    Data((sources.map(\.text).joined(separator: "\n") + "\n\n").utf8)
  }
}

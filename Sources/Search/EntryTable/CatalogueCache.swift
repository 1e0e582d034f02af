package import Accounts
import Files
package import Foundation

/// The catalogue as it was last read, in a file that holds no secret, good for as long as every source is the same:
/// so that a picker over a hundred thousand entries need not read any of them to show forty.
package struct CatalogueCache: Sendable {
  private let file: String
  private let sources: [FileStamp]

  /// What is read from `sources` by a program, and kept in `file`; another program may read them otherwise.
  ///
  /// To be made before they are read: what changes meanwhile is not taken for what was read.
  package init(file: String, sources: [String], program: String) {
    self.file = file
    self.sources = (sources + [program]).map(FileStamp.init)
  }

  /// What is kept.
  package struct Contents {
    package var table: EntryTable
    package var remarks: Data
    /// The sources that have changed since.
    package var changed: Set<String>
  }

  /// What was kept of the same sources, read by the same program; nil if nothing of use is kept.
  package func read() -> Contents? {
    guard let data = mapped(file), let table = EntryTable(data) else { return nil }
    let supplement = table.supplement
    if supplement.starts(with: stamps) {
      return Contents(table: table, remarks: supplement.dropFirst(stamps.count), changed: [])
    }
    guard let end = supplement.firstRange(of: Data("\n\n".utf8)) else { return nil }
    let before = String(decoding: supplement[..<end.lowerBound], as: UTF8.self)
      .split(separator: "\n").map(String.init)
    guard before.count == sources.count, before.last == sources.last?.text else { return nil }
    let changed = zip(before, sources).filter { $0 != $1.text }
    guard changed.allSatisfy({ $0.hasSuffix(" " + $1.path) }) else { return nil }
    return Contents(
      table: table, remarks: supplement[end.upperBound...], changed: Set(changed.map(\.1.path)))
  }

  /// The table of entries with all that `read` wants to find beside it.
  package func table(of entries: [Entry], remarks: Data) -> EntryTable {
    EntryTable(entries, supplement: stamps + remarks)
  }

  /// Keeps a table that was made here; one that cannot be kept is no failure, but costs time at the next start.
  ///
  /// Nothing is kept of sources that changed while they were read, or so lately that they might change again
  /// without a sign of it.
  package func write(_ table: EntryTable, now: Date) {
    let latest = sources.map(\.changed).max() ?? 0
    let isSettled = now.timeIntervalSince1970 * 1_000_000_000 - Double(latest) > 50_000_000
    guard isSettled, sources.map(\.path).map(FileStamp.init) == sources else { return }
    try? makeFolder(folder(of: file))
    try? replaceFile(file, with: [UInt8](table.bytes), rights: .own)
  }

  /// How much there is to be read where nothing is kept, in bytes.
  package var sourceSize: Int { sources.dropLast().reduce(0) { $0 + max(0, Int($1.size)) } }

  private var stamps: Data {
    Data((sources.map(\.text).joined(separator: "\n") + "\n\n").utf8)
  }
}

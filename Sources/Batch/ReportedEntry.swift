package import Accounts
import Text

/// The facts about an entry in a run's report.
package struct ReportedEntry: Equatable, Sendable {
  package var entry: String
  package var displayName: String
  package var accountID: String?
  package var roleName: String?
  package var region: String?

  package init(
    entry: String, displayName: String, accountID: String? = nil, roleName: String? = nil,
    region: String? = nil
  ) {
    self.entry = entry
    self.displayName = displayName
    self.accountID = accountID
    self.roleName = roleName
    self.region = region
  }
}

extension ReportedEntry {
  /// The facts that the files contain.
  package init(_ entry: Entry) {
    self.init(
      entry: entry.name, displayName: entry.label.displayName, accountID: entry.accountID,
      roleName: entry.roleName, region: entry.region)
  }
}

/// Writes the JSON line for a command that ran, in pieces, since its output may be large.
package func writeJSON(
  _ facts: ReportedEntry, status: Int32, took time: Duration, output: Spool, errors: Spool,
  to write: ([UInt8]) -> Void
) {
  var printer = JSONPrinter(isOneLine: true)
  printer.begin(facts)
  printer.member("exit_status", Int(status))
  printer.member("seconds", time.seconds)
  printer.member("stdout", output, to: write)
  printer.member("stderr", errors, to: write)
  if let error = output.error ?? errors.error {
    printer.member("incomplete", "Its output could not be stored completely: \(error).")
  }
  printer.end(to: write)
}

/// Writes the JSON line for an entry whose command did not run, with the reason.
package func writeJSON(
  _ facts: ReportedEntry, error: String, took time: Duration, to write: ([UInt8]) -> Void
) {
  var printer = JSONPrinter(isOneLine: true)
  printer.begin(facts)
  printer.member("error", error)
  printer.member("seconds", time.seconds)
  printer.end(to: write)
}

extension JSONPrinter {
  fileprivate mutating func begin(_ facts: ReportedEntry) {
    beginObject()
    member("entry", facts.entry)
    member("display_name", facts.displayName)
    member("account_id", facts.accountID)
    member("role_name", facts.roleName)
    member("region", facts.region)
  }

  fileprivate mutating func end(to write: ([UInt8]) -> Void) {
    endObject()
    endLine()
    write(taken())
  }

  fileprivate mutating func member(
    _ key: StaticString, _ spool: Spool, to write: ([UInt8]) -> Void
  ) {
    begin(key)
    quote()
    var text = TextPieces()
    spool.forEach {
      put(text.take($0))
      write(taken())
    }
    put(text.rest())
    quote()
  }
}

/// Text from pieces of bytes that may split a character.
///
/// Bytes that are not UTF-8 become U+FFFD.
package struct TextPieces {
  private var unfinished: [UInt8] = []

  package init() {}

  package mutating func take(_ bytes: [UInt8]) -> String {
    unfinished += bytes
    let whole = unfinished.count - unfinished.lengthOfBegunCharacter
    defer { unfinished.removeFirst(whole) }
    return String(decoding: unfinished[..<whole], as: UTF8.self)
  }

  package mutating func rest() -> String {
    defer { unfinished = [] }
    return String(decoding: unfinished, as: UTF8.self)
  }
}

extension [UInt8] {
  /// The number of bytes at the end that may begin an unfinished character.
  fileprivate var lengthOfBegunCharacter: Int {
    for (length, byte) in zip(1...3, reversed()) where byte & 0xC0 != 0x80 {
      let whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return whole > length ? length : 0
    }
    return 0
  }
}

package import Accounts
import Text

/// What a run's report says of an entry besides how it went.
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
  /// As far as the files say it.
  package init(_ entry: Entry) {
    self.init(
      entry: entry.name, displayName: entry.label.displayName, accountID: entry.accountID,
      roleName: entry.roleName, region: entry.region)
  }
}

/// Writes the line of JSON of a command that was run, in pieces: what it printed may be large.
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
  if let fault = output.fault ?? errors.fault {
    printer.member("incomplete", "Not all that it printed could be kept: \(fault).")
  }
  printer.end(to: write)
}

/// Writes the line of JSON of an entry as which no command was run, and why not.
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

/// Text from bytes that come in pieces, which may cut a character in two; what is no UTF-8 is U+FFFD.
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
  /// How many bytes at the end may be the first ones of a character that goes on.
  fileprivate var lengthOfBegunCharacter: Int {
    for (length, byte) in zip(1...3, reversed()) where byte & 0xC0 != 0x80 {
      let whole = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
      return whole > length ? length : 0
    }
    return 0
  }
}

import Files
package import Foundation
import GRDB
import Glibc

/// The history of switches, the statistics from it, and the pins, in one SQLite file that many
/// terminals use at the same time.
///
/// Each call opens the file, does one thing and closes it: a shell may stay open for days, and must
/// neither lock the file nor pass it to its children.
package struct Store: Sendable {
  package let file: String
  let now: @Sendable () -> Date
  let report: @Sendable (String) -> Void

  /// A store in `file`, which need not exist; `report` receives messages that are not errors, such
  /// as that of a damaged file.
  package init(
    file: String, now: @escaping @Sendable () -> Date,
    report: @escaping @Sendable (String) -> Void
  ) {
    self.file = file
    self.now = now
    self.report = report
  }
}

extension Store {
  /// Runs `body` on the history, or returns `fallback` if there is none yet: then SQLite is not
  /// even started.
  func reading<Value>(
    _ fallback: Value, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    guard let identity = try identity(orThrow: StoreError.unreadable) else { return fallback }
    do {
      return try read(body) ?? fallback
    } catch let storeError as StoreError {
      throw storeError
    } catch let error where isHeld(error) {
      throw .held(file: file)
    } catch let error where isDamage(error) {
      try settingAside(identity, waiting: .shortly)
      return fallback
    } catch {
      throw .unreadable(file: file, reason: reason(error, of: file))
    }
  }

  /// Changes the history in one transaction; creates the file first, and again if it is damaged.
  func writing<Value>(
    waiting timeout: LockTimeout = .long, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    for _ in 1...3 {
      // This comes before opening: a file found damaged may by then be another process's new file.
      let identity = try identity(orThrow: StoreError.unwritable)
      do {
        return try write(waiting: timeout, body)
      } catch let storeError as StoreError {
        throw storeError
      } catch let error where isDamage(error) {
        if let identity { try settingAside(identity, waiting: timeout) }
      } catch let error where isHeld(error) {
        throw .held(file: file)
      } catch {
        throw .unwritable(file: file, reason: reason(error, of: file))
      }
    }
    throw .unwritable(file: file, reason: "it is damaged each time it is recreated")
  }

  private func settingAside(
    _ identity: FileIdentity, waiting timeout: LockTimeout
  ) throws(StoreError) {
    do {
      let aside = try setAside(
        file, ifStill: identity, at: now(), waiting: timeout.rawValue)
      guard let aside else { return }
      report(
        "The history in \(file) was damaged. It was moved to \(aside), and a new one was created.")
    } catch let error where isHeld(error) {
      throw .held(file: file)
    } catch {
      let cause = "it is damaged, and cannot be set aside (\(reason(error, of: file)))"
      throw .unreadable(file: file, reason: cause)
    }
  }
}

/// Why the history could not be read or written; a switch continues without it.
package enum StoreError: Error, Sendable, Hashable {
  case unreadable(file: String, reason: String)
  case unwritable(file: String, reason: String)
  /// Another program held the lock for longer than the timeout.
  case held(file: String)
  /// A newer version of this program made the file; it is left unchanged.
  case newer(file: String)
}

extension StoreError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .unreadable(let file, let reason):
      "The history in \(file) could not be read: \(reason)."
    case .unwritable(let file, let reason):
      "The history in \(file) could not be written: \(reason)."
    case .held(let file):
      "The history in \(file) is locked by another program, such as a database viewer. Close "
        + "it (`fuser \(file)` prints its process number)."
    case .newer(let file):
      "The history in \(file) was made by a newer version of switchback and is left unchanged. "
        + "Update switchback to use it."
    }
  }
}

/// True if the file is damaged, not a database, or has content that this program never writes.
func isDamage(_ error: any Error) -> Bool {
  guard let error = error as? DatabaseError else {
    return error is DamagedHistoryError || error is RowDecodingError
  }
  // The SQL is correct, so an ERROR of SQLite means that the tables are not those of this program.
  let codes: [ResultCode] = [
    .SQLITE_CORRUPT, .SQLITE_NOTADB, .SQLITE_ERROR, .SQLITE_MISMATCH, .SQLITE_TOOBIG,
  ]
  return codes.contains(error.resultCode)
}

/// True if another program has the history locked.
func isHeld(_ error: any Error) -> Bool {
  switch error {
  case let error as DatabaseError: [.SQLITE_BUSY, .SQLITE_LOCKED].contains(error.resultCode)
  case let error as SystemError: error.code == EWOULDBLOCK
  default: false
  }
}

/// The reason of an error, for the end of a sentence.
func reason(_ error: any Error) -> String {
  switch error {
  case let error as DatabaseError: error.message ?? "SQLite answered \(error.resultCode)"
  case let error as SystemError: error.description
  case is DamagedHistoryError: "it does not have the content that switchback writes"
  case let error as ReadError: error.description
  default: error.localizedDescription.trimmingCharacters(in: ["."])
  }
}

/// Renames a damaged database and SQLite's files beside it; returns the new name, which has the
/// time in it, or nil if another process has already done so.
///
/// Throws `EWOULDBLOCK` if other processes have the folder locked for longer than `seconds`.
func setAside(
  _ file: String, ifStill identity: FileIdentity, at time: Date, waiting seconds: Double
) throws -> String? {
  try withFolderLock(folderOf: file, .exclusive, waiting: seconds) {
    guard try FileIdentity(of: file) == identity else { return nil }
    let aside = try freeName("\(file)\(setAsideMark)\(stamp(time))")
    for suffix in ["-wal", "-shm", ""] where rename(file + suffix, aside + suffix) != 0 {
      guard errno == ENOENT else { throw SystemError.latest }
    }
    return aside
  }
}

/// The text between a history's name and the time at which it was set aside.
let setAsideMark = ".damaged-"

/// The time in UTC as `20260131T235959Z`, which sorts, and needs no quoting in a shell.
private func stamp(_ time: Date) -> String {
  let style = Date.ISO8601FormatStyle(
    dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt)
  return time.formatted(style.year().month().day().time(includingFractionalSeconds: false)) + "Z"
}

/// The name itself, or with a number after it if it is taken.
private func freeName(_ name: String) throws(SystemError) -> String {
  guard try FileIdentity(of: name) != nil else { return name }
  var number = 2
  while try FileIdentity(of: "\(name)-\(number)") != nil { number += 1 }
  return "\(name)-\(number)"
}

import Files
package import Foundation
import GRDB
import Glibc

/// The history of switches, what was learnt from it, and the pins, in one SQLite file that many terminals use
/// at once.
///
/// Each call opens the file, does one thing and closes it: a shell may stay open for days, and must
/// neither hold the file nor hand it to its children.
package struct Store: Sendable {
  package let file: String
  let now: @Sendable () -> Date
  let report: @Sendable (String) -> Void

  /// A store in `file`, which need not exist; `tell` hears the sentences that are no failure, such as that of a damaged file.
  package init(
    file: String, now: @escaping @Sendable () -> Date,
    tell: @escaping @Sendable (String) -> Void
  ) {
    self.file = file
    self.now = now
    self.report = tell
  }
}

extension Store {
  /// What `body` reads, or `fallback` where there is no history yet: then SQLite is not even started.
  func reading<Value>(
    _ fallback: Value, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    guard let identity = try identity(orThrow: StoreError.unreadable) else { return fallback }
    do {
      return try read(body) ?? fallback
    } catch let fault as StoreError {
      throw fault
    } catch let error where isHeld(error) {
      throw .held(file: file)
    } catch let error where isDamage(error) {
      try settingAside(identity, waiting: .shortly)
      return fallback
    } catch {
      throw .unreadable(file: file, reason: reason(error, of: file))
    }
  }

  /// Changes the history in one transaction; the file is made first, and made anew where it is damaged.
  func writing<Value>(
    waiting patience: LockTimeout = .long, _ body: (Database) throws -> Value
  ) throws(StoreError) -> Value {
    for _ in 1...3 {
      // Before it is opened: what is found damaged may by then be another's new file.
      let identity = try identity(orThrow: StoreError.unwritable)
      do {
        return try write(waiting: patience, body)
      } catch let fault as StoreError {
        throw fault
      } catch let error where isDamage(error) {
        if let identity { try settingAside(identity, waiting: patience) }
      } catch let error where isHeld(error) {
        throw .held(file: file)
      } catch {
        throw .unwritable(file: file, reason: reason(error, of: file))
      }
    }
    throw .unwritable(file: file, reason: "it is damaged each time that it is made anew")
  }

  private func settingAside(
    _ identity: FileIdentity, waiting patience: LockTimeout
  ) throws(StoreError) {
    do {
      let aside = try setAside(
        file, ifStill: identity, at: now(), waiting: patience.rawValue)
      guard let aside else { return }
      report("The history in \(file) was damaged; it is now \(aside), and a new one is begun.")
    } catch let error where isHeld(error) {
      throw .held(file: file)
    } catch {
      let why = "it is damaged, and cannot be set aside (\(reason(error, of: file)))"
      throw .unreadable(file: file, reason: why)
    }
  }
}

/// Why the history could not be read or written; a switch goes on without it.
package enum StoreError: Error, Sendable, Hashable {
  case unreadable(file: String, reason: String)
  case unwritable(file: String, reason: String)
  /// Another program has it locked, for longer than was waited.
  case held(file: String)
  /// A later version of this program made the file; it is left as it is.
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
      "The history in \(file) is locked by another program, such as a database viewer: close "
        + "that (`fuser \(file)` prints its process number)."
    case .newer(let file):
      "The history in \(file) was made by a newer switchback and is left alone; "
        + "update this one to use it."
    }
  }
}

/// True if the file itself is damaged, or no database at all, or holds what this program never writes.
func isDamage(_ error: any Error) -> Bool {
  guard let error = error as? DatabaseError else {
    return error is DamagedHistoryError || error is RowDecodingError
  }
  // Our sentences are right, so one that SQLite does not understand (ERROR) finds other tables than ours.
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

/// What went wrong, for the end of a sentence.
func reason(_ error: any Error) -> String {
  switch error {
  case let error as DatabaseError: error.message ?? "SQLite answered \(error.resultCode)"
  case let error as SystemError: error.description
  case is DamagedHistoryError: "it does not hold what switchback writes"
  case let error as ReadError: error.description
  default: error.localizedDescription.trimmingCharacters(in: ["."])
  }
}

/// Renames a damaged database, and what SQLite keeps beside it, after the time; the new name, or nil if
/// another process has done it already.
///
/// Throws `EWOULDBLOCK` where others have the folder locked for longer than so many seconds.
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

/// What stands between a history's name and the time at which it was set aside.
let setAsideMark = ".damaged-"

/// The instant in UTC as `20260131T235959Z`, which sorts, and needs no quoting in a shell.
private func stamp(_ time: Date) -> String {
  let style = Date.ISO8601FormatStyle(
    dateSeparator: .omitted, timeSeparator: .omitted, timeZone: .gmt)
  return time.formatted(style.year().month().day().time(includingFractionalSeconds: false)) + "Z"
}

/// The name itself, or with a number behind it where it is taken.
private func freeName(_ name: String) throws(SystemError) -> String {
  guard try FileIdentity(of: name) != nil else { return name }
  var number = 2
  while try FileIdentity(of: "\(name)-\(number)") != nil { number += 1 }
  return "\(name)-\(number)"
}

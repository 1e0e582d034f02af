import Foundation
import GRDB
import Glibc

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

/// True where the file itself is damaged, or no database at all, or holds what this program never writes.
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

/// True where another program has the history locked.
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

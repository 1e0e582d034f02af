import Foundation
import GRDB

extension Store {
  /// Notes a switch; the number given back is for `finish`.
  package func record(_ recent: Recent) throws(StoreFault) -> Int64 {
    try writing { db in
      try db.execute(
        sql: """
          INSERT INTO recent (
            entry, display_name, account_id, role_name, region, at_milliseconds, how, exit_status
          ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          recent.entry, recent.displayName, recent.accountID, recent.roleName, recent.region,
          Int64((recent.at.timeIntervalSince1970 * 1000).rounded()), recent.how.rawValue,
          recent.exitStatus,
        ])
      return db.lastInsertedRowID
    }
  }

  /// Notes how the switch of that number ended; one that is cleared in the meantime stays so.
  package func finish(_ id: Int64, exitStatus: Int) throws(StoreFault) {
    guard FileIdentity(of: file) != nil else { return }
    try writing { db in
      try db.execute(
        sql: "UPDATE recent SET exit_status = ? WHERE id = ?", arguments: [exitStatus, id])
    }
  }

  /// Forgets every switch.
  package func clear() throws(StoreFault) {
    guard FileIdentity(of: file) != nil else { return }
    try writing { db in
      // The rows' bytes are overwritten too: the names of accounts are not to be found in the file.
      try db.execute(sql: "PRAGMA secure_delete = ON")
      try db.execute(sql: "DELETE FROM recent")
    }
  }
}

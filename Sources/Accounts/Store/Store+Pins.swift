import GRDB

extension Store {
  /// Changes the pins in one transaction; gives all of them, since another terminal may have changed some too.
  package func change(_ change: PinChange) throws(StoreError) -> [String] {
    try writing { db in
      let pins = change.applied(to: try db.pins())
      try db.execute(sql: "DELETE FROM pin")
      for entry in pins {
        try db.execute(sql: "INSERT INTO pin (entry) VALUES (?)", arguments: [entry])
      }
      return pins
    }
  }
}

extension Database {
  /// The names of the pinned entries, in the user's order.
  func pins() throws -> [String] {
    try Row.fetchAll(self, sql: "SELECT entry FROM pin ORDER BY place").map { try $0.text(0) }
  }
}

import Foundation
import GRDB

extension Store {
  /// How long one terminal waits for another's write, in seconds.
  private static let patience: TimeInterval = 5

  func read<Value>(_ body: (Database) throws -> Value) throws -> Value? {
    let queue = try readOnlyQueue()
    defer { try? queue.close() }
    return try queue.unsafeRead { db in
      guard try Schema.version(of: db, in: file) > 0 else { return nil }
      return try body(db)
    }
  }

  func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
    try create()
    let queue = try DatabaseQueue(path: file, configuration: configuration)
    defer { try? queue.close() }
    return try queue.write { db in
      try Schema.migrate(db, in: file)
      return try body(db)
    }
  }

  /// A database in WAL mode has two files beside it, which SQLite must make where they are missing; in a
  /// folder that cannot be written it can still be read as a file that nobody changes.
  private func readOnlyQueue() throws -> DatabaseQueue {
    var configuration = configuration
    configuration.readonly = true
    do {
      return try DatabaseQueue(path: file, configuration: configuration)
    } catch let error as DatabaseError where isForbidden(error) {
      return try DatabaseQueue(path: immutableURI, configuration: configuration)
    }
  }

  private func isForbidden(_ error: DatabaseError) -> Bool {
    [.SQLITE_CANTOPEN, .SQLITE_READONLY].contains(error.resultCode)
  }

  private var immutableURI: String {
    let path = file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file
    return "file:\(path)?immutable=1"
  }

  private var configuration: Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(Self.patience)
    // In WAL mode a power cut may then cost the last switches, but never the file.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
    return configuration
  }

  /// Makes an empty database where there is none: whole under another name first, so that no other
  /// terminal ever opens half of one, and never over one that is there.
  private func create() throws {
    guard FileIdentity(of: file) == nil else { return }
    let folder = (file as NSString).deletingLastPathComponent
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let draft = file + ".\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: draft) }
    try makeFile(draft)
    let queue = try DatabaseQueue(path: draft, configuration: configuration)
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.write { try Schema.migrate($0, in: file) }
    try queue.close()
    try link(draft, as: file)
  }
}

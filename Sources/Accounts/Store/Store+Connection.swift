import Files
import Foundation
import GRDB
import Glibc

extension Store {
  /// How long to wait for another process's lock, in seconds.
  enum LockTimeout: TimeInterval {
    /// For reading what the screen shows: the screen waits for it.
    case shortly = 1
    /// For recording a switch: many concurrent writers finish within this time.
    case briefly = 2
    /// For an explicit request.
    case long = 5
  }

  /// Runs `body` on a read-only connection; nil if the file has no tables yet.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value? {
    try withFolderLock(folderOf: file, .shared, waiting: LockTimeout.shortly.rawValue) {
      do {
        return try read(from: file, body)
      } catch let error as DatabaseError where isForbidden(error) {
        return try readImmutable(body)
      }
    }
  }

  /// Reads the database as an immutable file.
  ///
  /// A database in WAL mode has files beside it, which SQLite must create if they are missing. In a
  /// read-only folder, or on a full disk, the database can still be read as a file that does not
  /// change.
  ///
  /// If another process changes it nevertheless, it may look damaged. It is not, so an error of
  /// damage is not thrown from here.
  private func readImmutable<Value>(_ body: (Database) throws -> Value) throws -> Value? {
    do {
      return try read(from: immutableURI, body)
    } catch let storeError as StoreError {
      throw storeError
    } catch let error where isHeld(error) {
      throw StoreError.held(file: file)
    } catch {
      throw StoreError.unreadable(file: file, reason: reason(error, of: file))
    }
  }

  private func read<Value>(
    from path: String, _ body: (Database) throws -> Value
  ) throws -> Value? {
    var configuration = configuration(.shortly)
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    defer { try? queue.close() }
    return try queue.unsafeRead { db in
      guard try Schema.version(of: db, in: file) > 0 else { return nil }
      return try body(db)
    }
  }

  func write<Value>(
    waiting timeout: LockTimeout, _ body: (Database) throws -> Value
  ) throws -> Value {
    try makeFolder(folder(of: file))
    return try withFolderLock(folderOf: file, .shared, waiting: timeout.rawValue) {
      sweepDrafts(of: file)
      try create()
      let queue = try DatabaseQueue(path: file, configuration: configuration(timeout))
      defer { try? queue.close() }
      do {
        return try queue.write { db in
          try Schema.migrate(db, in: file)
          return try body(db)
        }
      } catch let error as DatabaseError where error.resultCode == .SQLITE_FULL {
        let greatest = try? queue.read { try $0.greatestNumber() }
        throw greatest == .max ? DamagedHistoryError() : error
      }
    }
  }

  private func isForbidden(_ error: DatabaseError) -> Bool {
    let codes: [ResultCode] = [.SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_IOERR, .SQLITE_FULL]
    return codes.contains(error.resultCode)
  }

  private var immutableURI: String {
    let path = file.addingPercentEncoding(withAllowedCharacters: .urlPathAllowed) ?? file
    return "file:\(path)?immutable=1"
  }

  private func configuration(_ timeout: LockTimeout) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(timeout.rawValue)
    // In WAL mode a power failure may then lose the last switches, but never damages the file.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
    return configuration
  }

  /// Creates an empty database if there is none.
  ///
  /// It is completed under another name first, so that no other process ever opens a partial one,
  /// and it never replaces an existing one.
  private func create() throws {
    guard try FileIdentity(of: file) == nil else { return }
    var draft = try Draft(namedIn: folder(of: file))
    guard let name = draft.name else { return }
    let queue = try DatabaseQueue(path: name, configuration: configuration(.long))
    try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
    try queue.write { try Schema.migrate($0, in: file) }
    try queue.close()
    draft.isClosed = false
    guard let code = draft.put(unlessThere: file), code != EEXIST else { return }
    throw SystemError(code: code)
  }
}

extension Store {
  /// The identity of the history's file, nil if there is none.
  ///
  /// Throws if it cannot be determined, or if something other than a regular file is in its place
  /// or beside it, which SQLite would wait for.
  func identity(
    orThrow storeError: (_ file: String, _ reason: String) -> StoreError
  ) throws(StoreError) -> FileIdentity? {
    let identity: FileIdentity?
    let stranger: (path: String, kind: FileKind)?
    do throws(SystemError) {
      (identity, stranger) = (try FileIdentity(of: file), try otherThanFile())
    } catch {
      throw storeError(file, error.description)
    }
    if let stranger { throw storeError(stranger.path, stranger.kind.sentence) }
    // SQLite would create the target of the link, readable by others.
    if identity == nil, let link = danglingLink(in: file) {
      throw storeError(file, "the symbolic link \(link) leads nowhere")
    }
    return identity
  }

  /// The first thing in the file's place, or beside it, that is not a regular file; nil if there is
  /// none.
  private func otherThanFile() throws(SystemError) -> (path: String, kind: FileKind)? {
    for path in [file] + databaseSuffixes.map({ file + $0 }) {
      do {
        let kind = try FileKind(of: path, following: path == file)
        if kind != .file { return (path, kind) }
      } catch {
        guard error.code == ENOENT else { throw error }
      }
    }
    return nil
  }

  /// Removes files that killed processes have left in the history's folder.
  package func sweep() {
    sweepDrafts(in: folder(of: file))
  }
}

/// The reason of an error on an SQLite file, for the end of a sentence; SQLite's own message is not
/// specific.
func reason(_ error: any Error, of file: String) -> String {
  guard let error = error as? DatabaseError else { return reason(error) }
  switch error.resultCode {
  case .SQLITE_FULL: return SystemError(code: ENOSPC).description
  case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
    return obstacle(to: file)?.description ?? reason(error as any Error)
  default: return reason(error as any Error)
  }
}

/// The obstacle to writing a file, as far as it can be determined afterwards.
private func obstacle(to file: String) -> SystemError? {
  let parent = folder(of: file)
  if access(parent, W_OK | X_OK) != 0 { return .latest }
  if access(file, R_OK | W_OK) != 0, errno != ENOENT { return .latest }
  var space = statvfs()
  guard statvfs(parent, &space) == 0, space.f_bavail == 0 else { return nil }
  return SystemError(code: ENOSPC)
}

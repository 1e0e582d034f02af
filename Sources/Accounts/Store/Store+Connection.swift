import Files
import Foundation
import GRDB
import Glibc

extension Store {
  /// How long another's lock is waited for, in seconds.
  enum LockTimeout: TimeInterval {
    /// For what is only shown: a screen waits for it.
    case shortly = 1
    /// For a switch that is noted: of a crowd of writers each has its turn by then.
    case briefly = 2
    /// For what was asked for by itself.
    case long = 5
  }

  /// What `body` reads; nil if the file has no tables yet.
  func read<Value>(_ body: (Database) throws -> Value) throws -> Value? {
    try withFolderLock(folderOf: file, .shared, waiting: LockTimeout.shortly.rawValue) {
      do {
        return try read(from: file, body)
      } catch let error as DatabaseError where isForbidden(error) {
        return try readImmutable(body)
      }
    }
  }

  /// A database in WAL mode has files beside it, which SQLite must make where they are missing: in a folder
  /// that cannot be written, or on a full disk, it can still be read as a file that does not change.
  ///
  /// Should somebody change it all the same, it may look damaged; it is not, so no such error leaves here.
  private func readImmutable<Value>(_ body: (Database) throws -> Value) throws -> Value? {
    do {
      return try read(from: immutableURI, body)
    } catch let fault as StoreError {
      throw fault
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
    waiting patience: LockTimeout, _ body: (Database) throws -> Value
  ) throws -> Value {
    try makeFolder(folder(of: file))
    return try withFolderLock(folderOf: file, .shared, waiting: patience.rawValue) {
      sweepDrafts(of: file)
      try create()
      let queue = try DatabaseQueue(path: file, configuration: configuration(patience))
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

  private func configuration(_ patience: LockTimeout) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(patience.rawValue)
    // In WAL mode a power cut may then cost the last switches, but never the file.
    configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = NORMAL") }
    return configuration
  }

  /// Makes an empty database where there is none: whole under another name first, so that no other
  /// terminal ever opens half of one, and never over one that is there.
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
  /// The history's file, nil if there is none; throws if that cannot be found out, and where something else than a
  /// file stands in its place or beside it, which SQLite would wait for.
  func identity(
    orThrow fault: (_ file: String, _ reason: String) -> StoreError
  ) throws(StoreError) -> FileIdentity? {
    let identity: FileIdentity?
    let stranger: (path: String, kind: FileKind)?
    do throws(SystemError) {
      (identity, stranger) = (try FileIdentity(of: file), try otherThanFile())
    } catch {
      throw fault(file, error.description)
    }
    if let stranger { throw fault(stranger.path, stranger.kind.sentence) }
    // SQLite would make what the link leads to, and let others read it.
    if identity == nil, let link = danglingLink(in: file) {
      throw fault(file, "the symbolic link \(link) leads nowhere")
    }
    return identity
  }

  /// What stands in the file's place, or beside it, and is no file; nil if all is as it should be.
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

  /// Removes what processes that were killed have left in the history's folder.
  package func sweep() {
    sweepDrafts(in: folder(of: file))
  }
}

/// What went wrong with a file of SQLite's, for the end of a sentence: SQLite's own words do not say why.
func reason(_ error: any Error, of file: String) -> String {
  guard let error = error as? DatabaseError else { return reason(error) }
  switch error.resultCode {
  case .SQLITE_FULL: return SystemError(code: ENOSPC).description
  case .SQLITE_IOERR, .SQLITE_CANTOPEN, .SQLITE_READONLY, .SQLITE_PERM:
    return obstacle(to: file)?.description ?? reason(error as any Error)
  default: return reason(error as any Error)
  }
}

/// What stands in the way of writing a file, as far as it can be found out afterwards.
private func obstacle(to file: String) -> SystemError? {
  let parent = folder(of: file)
  if access(parent, W_OK | X_OK) != 0 { return .latest }
  if access(file, R_OK | W_OK) != 0, errno != ENOENT { return .latest }
  var space = statvfs()
  guard statvfs(parent, &space) == 0, space.f_bavail == 0 else { return nil }
  return SystemError(code: ENOSPC)
}

import Glibc

/// How a folder is locked: shared with others, or exclusively.
package enum FolderLock {
  case shared, exclusive
}

/// Runs `body` while the folder of a file is locked, for the few milliseconds of one call.
///
/// SQLite finds the files beside a database by name, so the database must not be renamed while a
/// process has it open: a process that opens it shares this lock, and a process that renames it
/// holds it exclusively.
///
/// Throws `EWOULDBLOCK` if another process holds it for longer than `seconds`.
package func withFolderLock<Value>(
  folderOf file: String, _ lock: FolderLock, waiting seconds: Double? = nil,
  _ body: () throws -> Value
) throws -> Value {
  let parent = folder(of: file)
  let descriptor = open(parent, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
  guard descriptor >= 0 else { throw SystemError.latest }
  defer { close(descriptor) }
  let operation = lock == .shared ? LOCK_SH : LOCK_EX
  let end = ContinuousClock.now + (seconds.map(Duration.seconds) ?? defaultTimeout(for: operation))
  guard isOpenToOthers(descriptor) else {
    try wait(for: descriptor, operation, until: end)
    // Closing alone would leave the lock to a child that was just forked.
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }
  guard let own = try LockFile(in: descriptor, parent, operation, until: end) else {
    return try body()
  }
  defer { own.release() }
  return try body()
}

/// True if other users can open the folder: then they could lock it, too, and never release it.
private func isOpenToOthers(_ folder: CInt) -> Bool {
  var found = stat()
  return fstat(folder, &found) != 0 || found.st_uid != geteuid() || found.st_mode & 0o077 != 0
}

/// The name of the file that is locked instead of a folder.
let lockFileName = ".switchback-lock"

/// A file that only its owner can open, and that exists while it is locked.
private struct LockFile {
  private let folder: CInt
  private let file: CInt

  /// Waits for the lock; nil if no such file can be made: then nothing in the folder can be
  /// replaced either.
  init?(
    in folder: CInt, _ path: String, _ operation: CInt, until end: ContinuousClock.Instant
  ) throws {
    while true {
      guard let file = try Self.opened(in: folder, path) else { return nil }
      do { try wait(for: file, operation, until: end) } catch {
        close(file)
        throw error
      }
      if Self.isThere(file, in: folder) {
        (self.folder, self.file) = (folder, file)
        return
      }
      // The previous owner has removed it.
      close(file)
      guard ContinuousClock.now < end else { throw SystemError(code: EWOULDBLOCK) }
    }
  }

  private static func opened(in folder: CInt, _ path: String) throws -> CInt? {
    do throws(OwnershipError) {
      return try openOwnFile(name, in: folder, flags: O_RDWR | O_CREAT, .isPrivate)
    } catch {
      guard case .system(let systemError) = error else {
        throw FolderLockError(file: path + "/" + name, owner: owner(in: folder), reason: error)
      }
      guard [EROFS, EACCES, EPERM, ENOSPC, EDQUOT].contains(systemError.code) else {
        throw systemError
      }
      return nil
    }
  }

  /// Releases the lock; the last owner removes the file.
  func release() {
    if flock(file, LOCK_EX | LOCK_NB) == 0, Self.isThere(file, in: folder) {
      unlinkat(folder, Self.name, 0)
    }
    flock(file, LOCK_UN)
    close(file)
  }

  private static let name = lockFileName

  private static func owner(in folder: CInt) -> uid_t? {
    var found = stat()
    return fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) == 0 ? found.st_uid : nil
  }

  private static func isThere(_ file: CInt, in folder: CInt) -> Bool {
    var (held, found) = (stat(), stat())
    return fstat(file, &held) == 0 && fstatat(folder, name, &found, AT_SYMLINK_NOFOLLOW) == 0
      && FileIdentity(held) == FileIdentity(found)
  }
}

/// Why a lock file is not trusted.
struct FolderLockError: Error, CustomStringConvertible {
  let file: String
  let owner: uid_t?
  let reason: OwnershipError

  /// A clause for the end of a sentence that names the file to be written.
  var description: String {
    let user = owner.map { " (user \($0))" } ?? ""
    return
      "\(file)\(user) is not your lock: \(reason). Remove it, or have its owner remove it"
  }
}

/// How long to wait for another process, which may be a stopped one.
///
/// The time allows for thirty writers at once, each of which syncs two files.
private func defaultTimeout(for operation: CInt) -> Duration {
  .seconds(operation == LOCK_SH ? 5 : 20)
}

private func wait(
  for descriptor: CInt, _ operation: CInt, until end: ContinuousClock.Instant
) throws(SystemError) {
  while flock(descriptor, operation | LOCK_NB) != 0 {
    guard errno == EWOULDBLOCK || errno == EINTR else { throw .latest }
    guard ContinuousClock.now < end else { throw SystemError(code: EWOULDBLOCK) }
    usleep(5_000)
  }
}

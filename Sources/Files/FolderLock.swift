import Glibc

/// How a folder is locked: along with others who share it, or alone.
package enum FolderLock {
  case shared, exclusive
}

/// What `body` gives while the folder of a file is locked, for the few milliseconds of one call.
///
/// SQLite finds the files beside a database by name, so the database must not be renamed while anyone has
/// it open: whoever opens it shares this lock, and whoever renames it holds it alone.
///
/// Throws `EWOULDBLOCK` where another holds it for longer than so many seconds.
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
    // Closing alone would leave it to a child that was just forked.
    defer { flock(descriptor, LOCK_UN) }
    return try body()
  }
  guard let own = try LockFile(in: descriptor, parent, operation, until: end) else {
    return try body()
  }
  defer { own.release() }
  return try body()
}

/// What whoever can open the folder can lock, too, and never release.
private func isOpenToOthers(_ folder: CInt) -> Bool {
  var found = stat()
  return fstat(folder, &found) != 0 || found.st_uid != geteuid() || found.st_mode & 0o077 != 0
}

/// The name of the file that is locked in place of a folder.
let lockFileName = ".switchback-lock"

/// A file that only we can open, which is there while it is locked.
private struct LockFile {
  private let folder: CInt
  private let file: CInt

  /// Waits for it; nil if there can be no such file: then nothing in the folder can be replaced either.
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
      // Whoever had it has removed it.
      close(file)
      guard ContinuousClock.now < end else { throw SystemError(code: EWOULDBLOCK) }
    }
  }

  private static func opened(in folder: CInt, _ path: String) throws -> CInt? {
    do throws(OwnershipError) {
      return try openOwnFile(name, in: folder, flags: O_RDWR | O_CREAT, .isPrivate)
    } catch {
      guard case .system(let fault) = error else {
        throw FolderLockError(file: path + "/" + name, owner: owner(in: folder), fault: error)
      }
      guard [EROFS, EACCES, EPERM, ENOSPC, EDQUOT].contains(fault.code) else { throw fault }
      return nil
    }
  }

  /// The last who has it removes it.
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

/// Why the file that is locked in place of a folder is not taken for ours.
struct FolderLockError: Error, CustomStringConvertible {
  let file: String
  let owner: uid_t?
  let fault: OwnershipError

  /// For the end of a sentence that names the file that is to be written.
  var description: String {
    let whose = owner.map { " (user \($0))" } ?? ""
    return
      "\(file)\(whose) is not a lock of yours: \(fault). Remove it, or have its owner remove it"
  }
}

/// How long another is waited for: one may be a process that somebody has stopped.
///
/// Of thirty writers that come at once each syncs two files.
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

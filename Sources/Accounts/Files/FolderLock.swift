import Foundation
import Glibc

/// How a folder is locked: along with others who share it, or alone.
enum FolderLock {
  case shared, exclusive
}

/// What `body` gives while the folder of the history is locked, for the few milliseconds of one call.
///
/// SQLite finds the files beside a database by name, so the database must not be renamed while anyone has
/// it open: whoever opens it shares this lock, and whoever renames it holds it alone.
func locking<Value>(
  folderOf file: String, _ lock: FolderLock, _ body: () throws -> Value
) throws -> Value {
  let parent = folder(of: file)
  let descriptor = open(parent, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
  guard descriptor >= 0 else { throw SystemFault.latest }
  defer { close(descriptor) }
  try wait(for: descriptor, lock == .shared ? LOCK_SH : LOCK_EX)
  return try body()
}

/// Waits five seconds at most: the holder may be a process that somebody has stopped.
private func wait(for descriptor: CInt, _ lock: CInt) throws(SystemFault) {
  for _ in 0..<500 {
    if flock(descriptor, lock | LOCK_NB) == 0 { return }
    guard errno == EWOULDBLOCK || errno == EINTR else { throw .latest }
    usleep(10_000)
  }
  throw SystemFault(code: EWOULDBLOCK)
}

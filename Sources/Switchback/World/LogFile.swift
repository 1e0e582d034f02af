import Accounts
import Canvas
import Glibc
import Synchronization

/// What takes the lines of `-v`: standard error where it was given, and the file that `SWITCHBACK_LOG` names.
func makeRequestLog(
  isVerbose: Bool, _ environment: [String: String], tell: @escaping @Sendable (String) -> Void
) -> (@Sendable (String) -> Void)? {
  let path = environment["SWITCHBACK_LOG"] ?? ""
  guard isVerbose || !path.isEmpty else { return nil }
  let file = path.isEmpty ? nil : LogFile(path: path, tell: tell)
  return { line in
    let line = line.cleaned + "\n"
    file?.add(line)
    if isVerbose { writeWhole(Array("switchback: \(line)".utf8), to: STDERR_FILENO) }
  }
}

/// A file that lines are added to: made readable by its owner alone where it is not there, and no other than a file of
/// our own, since it may stand where others can write.
private final class LogFile: Sendable {
  private let path: String
  private let tell: @Sendable (String) -> Void
  private let isRefused = Mutex(false)

  init(path: String, tell: @escaping @Sendable (String) -> Void) {
    self.path = path
    self.tell = tell
  }

  /// One that cannot be written to is said once, and stops nothing.
  func add(_ line: String) {
    do throws(OwnershipError) {
      let file = try openOwnFile(path, flags: O_WRONLY | O_APPEND | O_CREAT, .hasOneName)
      defer { close(file) }
      guard let error = writeWhole(Array(line.utf8), to: file) else { return }
      reportOnce("\(SystemError(code: error))")
    } catch {
      reportOnce("\(error)")
    }
  }

  private func reportOnce(_ reason: String) {
    let isNew = isRefused.withLock { isRefused in
      defer { isRefused = true }
      return !isRefused
    }
    guard isNew else { return }
    tell(
      "switchback: SWITCHBACK_LOG is not written: \(path.cleaned) cannot be used, since \(reason).")
  }
}

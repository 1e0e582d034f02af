import Foundation
import Glibc
import Shells

/// The two sides of a new terminal of 24 lines and 100 columns, by the calls of pts(4): Glibc hides
/// posix_openpt from Swift.
func openTerminal() throws -> (master: Int32, path: String) {
  let master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
  var locked: Int32 = 0
  var number: Int32 = 0
  var size = winsize(ws_row: 24, ws_col: 100, ws_xpixel: 0, ws_ypixel: 0)
  let setLock: UInt = 0x4004_5431
  let getNumber: UInt = 0x8004_5430
  guard master >= 0, ioctl(master, setLock, &locked) == 0, ioctl(master, getNumber, &number) == 0,
    ioctl(master, UInt(TIOCSWINSZ), &size) == 0
  else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
  return (master, "/dev/pts/\(number)")
}

/// Starts a shell in a folder, as the leader of a session that has the terminal at `path`.
func spawn(_ shell: Subshell, on path: String, in folder: String) throws -> pid_t {
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  let newSession: Int16 = 0x80
  posix_spawnattr_setflags(&attributes, newSession)
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
  posix_spawn_file_actions_adddup2(&actions, 0, 1)
  posix_spawn_file_actions_adddup2(&actions, 0, 2)
  let arguments =
    ["sh", "-c", #"cd "$0" && exec "$@""#, folder, shell.path]
    + shell.arguments.dropFirst()
  var process: pid_t = 0
  let failure = withCStrings(arguments) { arguments in
    withCStrings(shell.environment.map { $0.key + "=" + $0.value }) { environment in
      posix_spawn(&process, "/bin/sh", &actions, &attributes, arguments, environment)
    }
  }
  guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EINVAL) }
  return process
}

private func withCStrings<Result>(
  _ texts: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
  let copies = texts.map { strdup($0) } + [nil]
  defer { copies.forEach { free($0) } }
  return body(copies)
}

import ArgumentParser
import CPosix
import Glibc
import Text

@main
struct Main {
  /// The only place that exits, and that prints failures.
  static func main() async {
    switchback_note_descriptors()
    _ = switchback_hide_memory()
    switchback_share_heap()
    switchback_raise_descriptors()
    do {
      let line = try CommandLine(readArguments())
      // Dispatch ends the program where it gets none.
      if switchback_lacks_descriptors(12) {
        throw CommandError.input(
          "Too few files can be open at once; raise the limit, as with `ulimit -n 1024`.")
      }
      if let plain = FastPath(line.ownWords) {
        try await run(plain)
      } else {
        try checkAddressSpace()
        try await runParsed(line)
      }
    } catch {
      exitWithError(error)
    }
  }

  private static func run(_ plain: FastPath) async throws {
    let world = World.live()
    guard plain.needsSweep else { return try await plain.run(world) }
    try checkAddressSpace()
    defer { world.removeLeftovers(ownFiles: plain.writesOwnFiles) }
    try await plain.run(world)
  }

  private static func runParsed(_ line: CommandLine) async throws {
    var command = try line.parsed()
    defer { World.live().removeLeftovers(ownFiles: true) }
    if var command = command as? any AsyncParsableCommand {
      try await command.run()
    } else {
      try command.run()
    }
  }

  private static func exitWithError(_ error: any Error) -> Never {
    // Which the parser would find out, too, but by writing its help.
    if let status = error as? ExitCode { exit(status.rawValue) }
    // Help, usage errors (64) and statuses are the parser's to print; all else is ours.
    widenHelp()
    switch Switchback.exitCode(for: error) {
    case .failure: break
    case .validationFailure:
      World.live().say(Switchback.fullMessage(for: error))
      exit(ExitCode.validationFailure.rawValue)
    default: Switchback.exit(withError: error)
    }
    let failure = CommandError(error)
    if !failure.description.isEmpty {
      World.live().say("switchback: \(failure.description.cleanedLines.prefix(3_900))")
    }
    exit(failure.status)
  }

  /// ArgumentParser traps where it is told of fewer columns than its help is indented by, or of far too many.
  private static func widenHelp() {
    var window = winsize()
    let columns =
      getenv("COLUMNS").map { Int(String(cString: $0)) ?? 0 }
      ?? (ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 ? Int(window.ws_col) : 80)
    if !(40...1000).contains(columns) { setenv("COLUMNS", "80", 1) }
  }
}

/// Throws where a limit such as `ulimit -v` leaves no room for the threads that we need: what is handed to a thread that
/// cannot be started is waited for without end.
func checkAddressSpace() throws {
  var limit = rlimit()
  guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
    limit.rlim_cur < rlim_t(1 << 40)
  else { return }
  let start = mmap(
    nil, neededSpace, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
  guard let start, start != MAP_FAILED else {
    throw CommandError.input(
      "Too little address space: the limit (ulimit -v) is \(limit.rlim_cur >> 10) KB; raise it by "
        + "\(neededSpace >> 20) MiB, or to `unlimited`.")
  }
  munmap(start, neededSpace)
}

/// In bytes: stacks of eight MiB, and what the allocator sets aside for each thread.
private let neededSpace = 256 << 20

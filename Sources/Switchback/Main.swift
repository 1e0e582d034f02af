import ArgumentParser
import CPosix
import Glibc
import Text

@main
struct Main {
  /// The only place that exits, and that prints errors.
  static func main() async {
    switchback_note_descriptors()
    _ = switchback_hide_memory()
    switchback_share_heap()
    switchback_raise_descriptors()
    do {
      let line = try CommandLine(readArguments())
      // Dispatch ends the program if it gets no descriptors.
      if switchback_lacks_descriptors(12) {
        throw CommandError.input(
          "Too few files can be open at once. Raise the limit, e.g. with `ulimit -n 1024`.")
      }
      if let fastPath = FastPath(line.ownWords) {
        try await run(fastPath)
      } else {
        try checkAddressSpace()
        try await runParsed(line)
      }
    } catch {
      exitWithError(error)
    }
  }

  private static func run(_ fastPath: FastPath) async throws {
    let world = World.live()
    guard fastPath.needsSweep else { return try await fastPath.run(world) }
    try checkAddressSpace()
    defer { world.removeLeftovers(ownFiles: fastPath.writesOwnFiles) }
    try await fastPath.run(world)
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
    // The parser also finds the status, but only by writing its help.
    if let status = error as? ExitCode { exit(status.rawValue) }
    // The parser prints help and usage errors (64). All other errors are printed here.
    widenHelp()
    switch Switchback.exitCode(for: error) {
    case .failure: break
    case .validationFailure:
      World.live().say(Switchback.fullMessage(for: error))
      exit(ExitCode.validationFailure.rawValue)
    default: Switchback.exit(withError: error)
    }
    let commandError = CommandError(error)
    if !commandError.description.isEmpty {
      World.live().say("switchback: \(commandError.description.cleanedLines.prefix(3_900))")
    }
    exit(commandError.status)
  }

  /// Sets COLUMNS if its value is extreme.
  ///
  /// ArgumentParser traps if there are fewer columns than the indentation of its help, or far too
  /// many.
  private static func widenHelp() {
    var window = winsize()
    let columns =
      getenv("COLUMNS").map { Int(String(cString: $0)) ?? 0 }
      ?? (ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0 ? Int(window.ws_col) : 80)
    if !(40...1000).contains(columns) { setenv("COLUMNS", "80", 1) }
  }
}

/// Throws if a limit like `ulimit -v` leaves no address space for our threads.
///
/// Without this check, the program would wait forever for a thread that cannot start.
func checkAddressSpace() throws {
  var limit = rlimit()
  guard getrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit) == 0,
    limit.rlim_cur < rlim_t(1 << 40)
  else { return }
  let start = mmap(
    nil, neededSpace, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0)
  guard let start, start != MAP_FAILED else {
    throw CommandError.input(
      "Too little address space: the limit (ulimit -v) is \(limit.rlim_cur >> 10) KB. Raise it by "
        + "\(neededSpace >> 20) MiB, or set it to `unlimited`.")
  }
  munmap(start, neededSpace)
}

/// The needed address space in bytes: stacks of 8 MiB, and the allocator's reserve for each thread.
private let neededSpace = 256 << 20

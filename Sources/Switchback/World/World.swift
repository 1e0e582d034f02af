import AWSClient
import AWSConfig
import Accounts
import Canvas
import Credentials
import Files
import Foundation
import HTTP

/// The outside world as functions: created in `main`, replaced one by one in tests.
struct World: Sendable {
  var environment: [String: String]
  /// The ID of our parent process.
  var parent: Int32
  var directories: AppDirectories
  /// True if `config.yaml` is not read (`--without-settings`).
  var ignoresSettings = false
  var now: @Sendable () -> Date
  /// The local time's offset from UTC, in seconds, at a time in seconds since 1970.
  var utcOffset: @Sendable (_ second: Int) -> Int
  /// The bytes of a file, or nil if it does not exist.
  ///
  /// Throws a `FileReadError`.
  var read: @Sendable (_ path: String) throws -> [UInt8]?
  /// All bytes of standard input.
  ///
  /// Throws a `FileReadError`.
  var readInput: @Sendable () throws -> [UInt8]
  /// Gives standard input to `take` in blocks of whole lines.
  ///
  /// Throws its errors, and a `FileReadError`.
  var readBlocks: @Sendable (_ take: (_ block: [UInt8]) throws -> Void) throws -> Void
  /// Writes to standard output, which takes only results.
  ///
  /// Throws a `CommandError` if the write fails, except if the reader has ended (`| head`).
  var write: @Sendable (_ bytes: [UInt8]) throws -> Void
  /// Prints a message on standard error.
  var say: @Sendable (_ text: String) -> Void
  /// Prints progress on standard error, without a line break.
  var show: @Sendable (_ text: String) -> Void
  /// Creates the sender of requests.
  ///
  /// A PEM file, if named, replaces the system's certificates.
  var sender: @Sendable (_ caBundle: String?) -> RequestSender
  var helperPrograms: HelperPrograms
  var prompter: Prompter
  var sessions: SessionCache
  var store: Store
  /// The look for standard output's terminal; nil if it is not a terminal.
  var outputLook: @Sendable () -> TableLook? = { nil }
  /// The look for standard error's terminal; nil if it is not a terminal.
  var errorLook: @Sendable () -> TableLook? = { nil }
  /// AWS's clock, which `now` shows.
  var clock = AWSClock(file: nil)
  /// Logs a line for `-v`; nil without `-v`.
  var log: (@Sendable (_ line: String) -> Void)?
}

/// Other programs, as functions.
struct HelperPrograms: Sendable {
  /// Runs a command through `sh -c` and gives its output.
  ///
  /// Throws `HelperError`.
  var run: @Sendable (_ command: String, _ access: TerminalAccess) async throws -> String
  /// Runs a program without a shell, with additional variables.
  ///
  /// Throws `HelperError`.
  var runProgram:
    @Sendable (_ words: [String], _ variables: [String: String], _ access: TerminalAccess)
      async throws
      -> String
  /// Opens an address in a browser; false if there is none.
  var open: @Sendable (_ url: String) async -> Bool
}

/// Questions to the user at the terminal, as functions.
struct Prompter: Sendable {
  /// True if the user can be asked.
  var isPossible: @Sendable () -> Bool
  /// A line that the user types at the terminal; nil for the end of input (Ctrl-D).
  ///
  /// Throws if there is no terminal.
  var ask: @Sendable (_ prompt: String, _ echo: Bool) throws -> String?
  /// Shows text on the terminal of `ask`; does nothing if there is no terminal.
  var show: @Sendable (_ text: String) -> Void
  /// Discards what was typed before now on the terminal of `ask`.
  var discardTypeAhead: @Sendable () -> Void = {}
}

extension World {
  /// Writes a result to standard output.
  ///
  /// Throws the same errors as `write`.
  func print(_ text: String) throws {
    try write(Array(text.utf8))
  }

  /// The ends of the cached sessions, in seconds since 1970, by the entry's name.
  ///
  /// Reads a file per session.
  var heldSessions: [String: Int] {
    sessions.ends(at: now(), machine: machineTime(), tokens: tokens)
  }

  /// The logins, named by sso-session or start URL, that have ended.
  func endedLogins(among logins: Set<String>) -> Set<String> {
    let (now, tokens) = (now(), tokens)
    return logins.filter { !tokens.isLoggedIn($0, at: now) }
  }
}

extension World {
  /// The dependencies of credential resolution, for an entry's call settings.
  ///
  /// `access` is its programs' access to the user.
  func credentialDependencies(
    _ settings: CallSettings, sharesRoles: Bool, access: TerminalAccess = .noAccess
  ) -> CredentialDependencies {
    let folders = AWSCachePaths(environment: environment)
    return CredentialDependencies(
      timing: withClock(settings).timing, send: loggingSender(sender(settings.caBundle), log),
      run: { [run = helperPrograms.run] in try await run($0, access) },
      runProgram: { [run = helperPrograms.runProgram] in try await run($0, $1, access) },
      read: readFileOrInput, sessions: sessions,
      roles: RoleCache(folder: folders.roles, isShared: sharesRoles),
      tokens: tokens, logins: LoginCache(folder: folders.logins),
      locks: Locks(folder: directories.cache),
      profileChain: parseProfileChain(environment["_AWS_CLI_PROFILE_CHAIN"] ?? ""), say: say)
  }

  /// The AWS CLI's cache of Identity Center tokens.
  var tokens: TokenCache { TokenCache(folder: AWSCachePaths(environment: environment).tokens) }

  /// This world with the clock of the endpoint in the call settings, if it has its own clock.
  func withClock(_ settings: CallSettings) -> World {
    let other = clock.of(endpoint: settings.endpointURL)
    guard other !== clock else { return self }
    var world = self
    world.clock = other
    world.now = { other.now() }
    return world
  }

  /// Our clock, which AWS's responses correct, with the system's sleep and random source.
  var timing: Timing {
    var timing = Timing.system
    timing.now = now
    timing.machineNow = machineTime
    timing.learn = { [clock] time, url in clock.learn(time, from: url) }
    timing.forget = { [clock] in clock.forget() }
    return timing
  }

  /// The time on this machine's clock; the same as `now` unless AWS's time is known to differ.
  var machineTime: @Sendable () -> Date {
    { [clock, now] in clock.offset == nil ? now() : clock.machineNow() }
  }

  /// Warns once that this machine's clock is off: if the offset is new, or if `evenIfKnown`.
  func reportClock(evenIfKnown: Bool = false) {
    if let warning = clock.offsetWarning(evenIfKnown: evenIfKnown) { say(warning) }
  }

  /// Reads a file, standard input for `-`, or a FIFO, for example `<(command)`.
  private var readFileOrInput: @Sendable (String) throws -> [UInt8] {
    { [read, readInput] path in
      guard path != "-" else { return try readInput() }
      if let bytes = try readPipe(path) { return bytes }
      guard let bytes = try read(path) else {
        throw FileReadError(path: path, reason: "there is no such file")
      }
      return bytes
    }
  }
}

/// The longest wait for a FIFO, in seconds.
///
/// It is shorter than `callTimeout`, so that the message names the FIFO.
private let pipeTimeout = 45

/// The content of a FIFO; nil if the path is not a FIFO.
///
/// Throws a `FileReadError` if it does not end in time.
func readPipe(_ path: String) throws(FileReadError) -> [UInt8]? {
  guard (try? FileKind(of: path)) == .pipe else { return nil }
  do throws(ReadError) {
    return try readBytesOfPipe(path, limit: 1 << 20, seconds: pipeTimeout)
  } catch {
    throw FileReadError(error, path: path)
  }
}

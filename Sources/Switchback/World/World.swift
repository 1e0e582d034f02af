import AWSClient
import AWSConfig
import Accounts
import Canvas
import Credentials
import Files
import Foundation
import HTTP

/// The outside world as functions: made in `main`, replaced member by member in tests.
struct World: Sendable {
  var environment: [String: String]
  /// The process that started us.
  var parent: Int32
  var directories: AppDirectories
  /// `config.yaml` is not read (`--without-settings`).
  var ignoresSettings = false
  var now: @Sendable () -> Date
  /// By how many seconds the clocks here are ahead of UTC at a moment, in seconds since 1970.
  var utcOffset: @Sendable (_ second: Int) -> Int
  /// The bytes of a file, or nil where there is none; throws a `FileReadError`.
  var read: @Sendable (_ path: String) throws -> [UInt8]?
  /// All of standard input; throws a `FileReadError`.
  var readInput: @Sendable () throws -> [UInt8]
  /// Gives standard input to a function in blocks of whole lines; throws what that throws, and a `FileReadError`.
  var readBlocks: @Sendable (_ take: (_ block: [UInt8]) throws -> Void) throws -> Void
  /// Standard output: the result, and nothing else.
  ///
  /// Throws a `CommandError` where it cannot be written, but for a reader that has gone (`| head`).
  var write: @Sendable (_ bytes: [UInt8]) throws -> Void
  /// Standard error: talk.
  var say: @Sendable (_ text: String) -> Void
  /// Standard error, without a line's end: progress.
  var show: @Sendable (_ text: String) -> Void
  /// What sends requests, trusting a PEM file in place of the system's where one is named.
  var sender: @Sendable (_ caBundle: String?) -> RequestSender
  var helperPrograms: HelperPrograms
  var prompter: Prompter
  var sessions: SessionCache
  var store: Store
  /// The terminal that standard output leads to; nil where it leads to none.
  var outputLook: @Sendable () -> TableLook? = { nil }
  /// The terminal that standard error leads to; nil where it leads to none.
  var errorLook: @Sendable () -> TableLook? = { nil }
  /// AWS's clock, which `now` shows.
  var clock = AWSClock(file: nil)
  /// Takes a line for `-v`; nil without `-v`.
  var log: (@Sendable (_ line: String) -> Void)?
}

/// Other programs, as functions.
struct HelperPrograms: Sendable {
  /// Runs a command through `sh -c` and gives what it printed; throws `HelperError`.
  var run: @Sendable (_ command: String, _ lending: TerminalAccess) async throws -> String
  /// Runs a program without a shell, with variables besides ours; throws `HelperError`.
  var runProgram:
    @Sendable (_ words: [String], _ variables: [String: String], _ lending: TerminalAccess)
      async throws
      -> String
  /// Opens an address in a browser; false where there is none.
  var open: @Sendable (_ url: String) async -> Bool
}

/// The person at the terminal, as functions.
struct Prompter: Sendable {
  /// True where somebody can be asked and shown something.
  var isPossible: @Sendable () -> Bool
  /// A line typed at the terminal; nil when it was ended instead.
  ///
  /// Throws where there is no terminal.
  var ask: @Sendable (_ prompt: String, _ echo: Bool) throws -> String?
  /// Shows text where `ask` asks; nothing where there is no terminal.
  var show: @Sendable (_ text: String) -> Void
  /// Drops what was typed before now where `ask` asks.
  var discardTypeAhead: @Sendable () -> Void = {}
}

extension World {
  /// Writes a result to standard output; throws as `write` does.
  func print(_ text: String) throws {
    try write(Array(text.utf8))
  }

  /// When the sessions that are held end, in seconds since 1970, by the entry's name; reads a file
  /// each.
  var heldSessions: [String: Int] {
    sessions.ends(at: now(), machine: machineTime(), tokens: tokens)
  }

  /// Those of the logins, by sso-session or start URL, that have ended.
  func endedLogins(among logins: Set<String>) -> Set<String> {
    let (now, tokens) = (now(), tokens)
    return logins.filter { !tokens.isLoggedIn($0, at: now) }
  }
}

extension World {
  /// What getting credentials needs, for one entry's call settings; `lending` is what its programs have of the user.
  func credentialDependencies(
    _ settings: CallSettings, sharesRoles: Bool, lending: TerminalAccess = .noAccess
  ) -> CredentialDependencies {
    let folders = AWSCachePaths(environment: environment)
    return CredentialDependencies(
      timing: withClock(settings).timing, send: loggingSender(sender(settings.caBundle), log),
      run: { [run = helperPrograms.run] in try await run($0, lending) },
      runProgram: { [run = helperPrograms.runProgram] in try await run($0, $1, lending) },
      read: readFileOrInput, sessions: sessions,
      roles: RoleCache(folder: folders.roles, isShared: sharesRoles),
      tokens: tokens, logins: LoginCache(folder: folders.logins),
      locks: Locks(folder: directories.cache),
      profileChain: parseProfileChain(environment["_AWS_CLI_PROFILE_CHAIN"] ?? ""), say: say)
  }

  /// The AWS CLI's tokens of Identity Center.
  var tokens: TokenCache { TokenCache(folder: AWSCachePaths(environment: environment).tokens) }

  /// This world by the clock of the endpoint that is configured for calls, where it is another than all calls'.
  func withClock(_ settings: CallSettings) -> World {
    let other = clock.of(endpoint: settings.endpointURL)
    guard other !== clock else { return self }
    var world = self
    world.clock = other
    world.now = { other.now() }
    return world
  }

  /// Our clock, which learns from AWS's answers, with the system's sleep and chance.
  var timing: Timing {
    var timing = Timing.system
    timing.now = now
    timing.machineNow = machineTime
    timing.learn = { [clock] time, url in clock.learn(time, from: url) }
    timing.forget = { [clock] in clock.forget() }
    return timing
  }

  /// What this machine's own clock shows, which is AWS's time unless that is known to be another.
  var machineTime: @Sendable () -> Date {
    { [clock, now] in clock.offset == nil ? now() : clock.machineNow() }
  }

  /// Says once that this machine's clock is off: where that is new, or where `evenIfKnown`.
  func reportClock(evenIfKnown: Bool = false) {
    if let news = clock.offsetWarning(evenIfKnown: evenIfKnown) { say(news) }
  }

  /// What users may also give as standard input, or as a FIFO such as `<(command)`.
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

/// The longest that a FIFO is waited for, in seconds: less than for all, so that it is named.
private let pipeTimeout = 45

/// What is sent through a FIFO, nil where none stands at the path; throws a `FileReadError` where it does not end in time.
func readPipe(_ path: String) throws(FileReadError) -> [UInt8]? {
  guard (try? FileKind(of: path)) == .pipe else { return nil }
  do throws(ReadError) {
    return try readBytesOfPipe(path, limit: 1 << 20, seconds: pipeTimeout)
  } catch {
    throw FileReadError(error, path: path)
  }
}

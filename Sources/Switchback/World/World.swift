import Accounts
import Credentials
import Foundation
import STS

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

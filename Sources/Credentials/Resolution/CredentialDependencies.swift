package import AWSClient
import Text

/// The external dependencies of credential resolution.
package struct CredentialDependencies: Sendable {
  package var timing: Timing
  package var send: RequestSender
  /// Runs a command through `/bin/sh -c` and gives its output.
  ///
  /// Throws `HelperError`.
  package var run: @Sendable (_ command: String) async throws -> String
  /// Runs a program without a shell, with these additional variables, and gives its output.
  ///
  /// Throws `HelperError`.
  package var runProgram:
    @Sendable (_ words: [String], _ variables: [String: String]) async throws -> String
  /// The bytes of a file, or of standard input for `-`.
  ///
  /// Throws `FileReadError`.
  package var read: @Sendable (_ path: String) throws -> [UInt8]
  /// Our sealed sessions.
  package var sessions: SessionCache
  /// `~/.aws/cli/cache`.
  package var roles: RoleCache
  /// `~/.aws/sso/cache`.
  package var tokens: TokenCache
  /// `~/.aws/login/cache`.
  package var logins: LoginCache
  package var locks: Locks
  /// The profiles whose `credential_process` led here, outermost first (`_AWS_CLI_PROFILE_CHAIN`).
  package var profileChain: [String]
  /// Reports something that the user should know and that is not an error.
  package var say: @Sendable (_ sentence: String) -> Void
  /// Called before each request for a role.
  package var tell: @Sendable (RoleCall) -> Void = { _ in }

  package init(
    timing: Timing, send: @escaping RequestSender,
    run: @escaping @Sendable (_ command: String) async throws -> String,
    runProgram:
      @escaping @Sendable (_ words: [String], _ variables: [String: String]) async throws -> String,
    read: @escaping @Sendable (_ path: String) throws -> [UInt8],
    sessions: SessionCache, roles: RoleCache, tokens: TokenCache, logins: LoginCache, locks: Locks,
    profileChain: [String] = [], say: @escaping @Sendable (_ sentence: String) -> Void
  ) {
    self.timing = timing
    self.send = send
    self.run = run
    self.runProgram = runProgram
    self.read = read
    self.sessions = sessions
    self.roles = roles
    self.tokens = tokens
    self.logins = logins
    self.locks = locks
    self.profileChain = profileChain
    self.say = say
  }
}

/// Why a command printed no result.
package enum HelperError: Error, Sendable, Equatable {
  /// The command ended with an error. Without a terminal it could not ask the user.
  case failed(status: String, output: String, hadTerminal: Bool = true)
  case timedOut(seconds: Int)
  /// The command asked the user at the terminal and timed out.
  case timedOutAsking(seconds: Int)
  case tooMuchOutput(limit: Int)
  /// The command does not exist or cannot be run, with the reason.
  case notStarted(String)
}

extension HelperError: CustomStringConvertible {
  /// How the command ended, and its standard error: cleaned, shortened, and with secrets masked.
  package var description: String {
    switch self {
    case .failed(let status, let output, let hadTerminal):
      "it ended with \(forDisplay(status))."
        // The shell's message about a missing or unusable command needs no other reason.
        + (hadTerminal || status.isOfMissingCommand
          ? "" : " It had no terminal to ask on.")
        + (output.isEmpty
          ? "" : " Its error output: \(forDisplay(maskingSecrets(output), limit: 500))")
    case .timedOut(let seconds): "it was still running after \(seconds) s."
    case .timedOutAsking(let seconds):
      "it asked at the terminal, and was still running after \(seconds) s."
    case .tooMuchOutput(let limit): "it printed more than \(limit >> 10) KiB."
    case .notStarted(let why): "it cannot be run: \(forDisplay(maskingSecrets(why), limit: 500))"
    }
  }
}

extension String {
  fileprivate var isOfMissingCommand: Bool { ["status 126", "status 127"].contains(self) }
}

package import AWSClient
import Text

/// What getting credentials needs of the world.
package struct CredentialDependencies: Sendable {
  package var timing: Timing
  package var send: RequestSender
  /// Runs a command through `/bin/sh -c` and gives what it printed; throws `HelperError`.
  package var run: @Sendable (_ command: String) async throws -> String
  /// Runs a program without a shell, with these variables besides our own, and gives what it printed; throws
  /// `HelperError`.
  package var runProgram:
    @Sendable (_ words: [String], _ variables: [String: String]) async throws -> String
  /// The bytes of a file, or of standard input for `-`; throws `FileReadError`.
  package var read: @Sendable (_ path: String) throws -> [UInt8]
  /// Sealed sessions, ours.
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
  /// Says something that is worth knowing and is no failure.
  package var say: @Sendable (_ sentence: String) -> Void
  /// Told which role AWS is asked for.
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

/// Why a command that should have printed something did not.
package enum HelperError: Error, Sendable, Equatable {
  /// Without a terminal it could not ask the user.
  case failed(status: String, said: String, hadTerminal: Bool = true)
  case timedOut(seconds: Int)
  /// The same, of one that has asked at the terminal.
  case timedOutAsking(seconds: Int)
  case tooMuchOutput(limit: Int)
  /// There is no such command, or it cannot be run; why.
  case notStarted(String)
}

extension HelperError {
  /// How the command ended, and what it said on standard error, cleaned, what looks like a key masked, and cut.
  var sentence: String {
    switch self {
    case .failed(let status, let said, let hadTerminal):
      "it ended with \(forDisplay(status))."
        // What a shell says of a command that is not found, or cannot be run, needs no other reason.
        + (hadTerminal || status.isOfMissingCommand
          ? "" : " There was no terminal for it to ask on.")
        + (said.isEmpty ? "" : " It said: \(forDisplay(maskingSecrets(said), limit: 500))")
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

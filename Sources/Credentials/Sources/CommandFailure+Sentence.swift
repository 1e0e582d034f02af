import Accounts
import STS

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

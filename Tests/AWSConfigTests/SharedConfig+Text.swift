import AWSConfig
import Accounts

extension SharedConfig {
  /// The files' texts, as a test writes them.
  init(_ config: String, credentials: String = "") {
    self.init(
      config: Array(config.utf8), configPath: "config", credentials: Array(credentials.utf8),
      credentialsPath: "credentials")
  }

  /// The lines of the config file that a diagnostic names.
  var linesWithDiagnostics: [Int] {
    diagnostics.map(\.origin.line)
  }
}

import Accounts
import ArgumentParser

/// How a child comes by its credentials.
struct DeliveryOptions: ParsableArguments {
  @Flag(
    help: """
      Keep the keys out of the environment: AWS tools get them from switchback, which renews them, so that \
      long commands outlive the session.
      """)
  var refresh = false
  @Flag(
    help: """
      Same as --refresh with a server on loopback, as in a container, for tools without credential_process.
      """)
  var server = false
  @Option(
    help:
      "keys, process (--refresh) or server (--server). Default: `credentials` in config.yaml, else keys."
  )
  var credentials: Settings.CredentialMode?

  func validate() throws {
    guard [refresh, server, credentials != nil].count(where: \.self) <= 1 else {
      throw ValidationError("Use only one of --refresh, --server and --credentials.")
    }
  }

  /// What is asked for; nil where the settings decide.
  var chosen: Settings.CredentialMode? {
    refresh ? .process : server ? .server : credentials
  }
}

extension Settings.CredentialMode: ExpressibleByArgument {}

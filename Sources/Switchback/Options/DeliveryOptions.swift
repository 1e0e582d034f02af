import Accounts
import ArgumentParser

/// How a child comes by its credentials.
struct DeliveryOptions: ParsableArguments {
  @Flag(
    help: """
      Keep the keys out of the environment: AWS's tools ask switchback for them, which renews them, so that \
      no command outlives its session.
      """)
  var refresh = false
  @Flag(
    help: """
      The same by a server on loopback, as in a container, for tools that do not run a credential_process.
      """)
  var server = false
  @Option(
    help: "keys, process (--refresh) or server (--server). Default: the settings', then keys.")
  var credentials: Settings.CredentialDelivery?

  func validate() throws {
    guard [refresh, server, credentials != nil].count(where: \.self) <= 1 else {
      throw ValidationError("--refresh, --server and --credentials exclude one another.")
    }
  }

  /// What is asked for; nil where the settings decide.
  var chosen: Settings.CredentialDelivery? {
    refresh ? .process : server ? .server : credentials
  }
}

extension Settings.CredentialDelivery: ExpressibleByArgument {}

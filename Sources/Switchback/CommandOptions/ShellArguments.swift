import Accounts
import ArgumentParser
import CommandReference

/// The options of the shell to open.
struct ShellArguments: ParsableArguments {
  @Option(
    help: "Path of the shell to open. Default: `shell` in config.yaml, else $SHELL.",
    completion: CompletedValue.shells.kind)
  var shell: String?
  @Flag(help: "Open a login shell, which reads your login files.")
  var login = false
  @OptionGroup var delivery: DeliveryOptions

  var options: ShellOptions { ShellOptions(path: shell, isLogin: login, delivery: delivery.chosen) }
}

/// The shell to open, as given on the command line.
struct ShellOptions: Sendable, Equatable {
  /// `--shell`.
  var path: String?
  /// `--login`.
  var isLogin = false
  /// `--refresh`, `--server` or `--credentials`; nil if the settings decide.
  var delivery: Settings.CredentialMode?
}

/// How a child process gets its credentials.
struct DeliveryOptions: ParsableArguments {
  @Flag(
    help: """
      Keep the credentials out of the environment: AWS tools get them from switchback, which \
      renews them, so that long commands outlive the session.
      """)
  var refresh = false
  @Flag(
    help: """
      Same as --refresh with a server on loopback, as in a container, for tools without \
      credential_process.
      """)
  var server = false
  @Option(
    help: """
      keys, process (--refresh) or server (--server). Default: `credentials` in config.yaml, else \
      keys.
      """
  )
  var credentials: Settings.CredentialMode?

  func validate() throws {
    guard [refresh, server, credentials != nil].count(where: \.self) <= 1 else {
      throw ValidationError("Use only one of --refresh, --server and --credentials.")
    }
  }

  /// The chosen mode; nil if the settings decide.
  var chosen: Settings.CredentialMode? {
    refresh ? .process : server ? .server : credentials
  }
}

extension Settings.CredentialMode: ExpressibleByArgument {}

import Accounts
import ArgumentParser

/// Which shell is opened, and how.
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

/// What the command line says of the shell to open.
struct ShellOptions: Sendable, Equatable {
  /// `--shell`.
  var path: String?
  /// `--login`.
  var isLogin = false
  /// `--refresh` and its like; nil where the settings decide.
  var delivery: Settings.CredentialMode?
}

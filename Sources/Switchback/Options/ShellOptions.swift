import Accounts
import ArgumentParser

/// Which shell is opened, and how.
struct ShellOptions: ParsableArguments {
  @Option(
    help: "The shell to open, as a path. Default: the settings', then $SHELL.",
    completion: CompletedValue.shells.kind)
  var shell: String?
  @Flag(help: "Open it as a login shell, which reads your login files.")
  var login = false
  @OptionGroup var delivery: DeliveryOptions

  var wish: ShellWish { ShellWish(path: shell, isLogin: login, delivery: delivery.chosen) }
}

/// What the command line says of the shell to open.
struct ShellWish: Sendable, Equatable {
  /// `--shell`.
  var path: String?
  /// `--login`.
  var isLogin = false
  /// `--refresh` and its like; nil where the settings decide.
  var delivery: Settings.CredentialDelivery?
}

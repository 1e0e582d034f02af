import ArgumentParser
import CommandReference

/// The command and its subcommands.
///
/// Without a subcommand, it opens the picker.
struct Switchback: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "switchback",
    abstract: "Pick an AWS account and role and open a shell with its credentials.",
    usage: """
      switchback [<options>] [QUERY]
      switchback -
      switchback <subcommand>
      """,
    discussion: """
      `switchback` opens the picker: type to filter, Enter opens a shell as the selected entry, \
      F1 shows every key. With the exact name of an entry as QUERY it switches at once. \
      `switchback pick --help` lists its options. \
      `switchback demo` shows everything without an AWS account. --accessible lists the entries in \
      numbered lines for screen readers; also used when TERM is dumb or unset.

      ENTRY is an exact name or an exact display name, as `switchback list` prints them. \
      Every profile in ~/.aws/config and ~/.aws/credentials with credentials is an entry. \
      ~/.config/switchback/config.yaml sets colours, display names and shortcuts, and adds entries.

      Exit status: 0 done, 1 nothing matched, 2 invalid input or configuration, 3 AWS refused or \
      could not be reached, 64 usage, 130 cancelled; `shell` and `exec` end with the status of the \
      shell or command.
      """,
    version: "0.1.0",
    groupedSubcommands: groups,
    defaultSubcommand: PickCommand.self)

  /// The commands in the order of help and the manual.
  static let groups = [
    CommandGroup(
      name: "Switching",
      subcommands: [
        PickCommand.self, ShellCommand.self, ExecCommand.self, EachCommand.self, RenewCommand.self,
        OffCommand.self,
      ]),
    CommandGroup(
      name: "Entry",
      subcommands: [
        ListCommand.self, RecentCommand.self, ExplainCommand.self, CheckCommand.self,
        ConfigCommand.self,
        WhoamiCommand.self,
      ]),
    CommandGroup(
      name: "Credential",
      subcommands: [
        LoginCommand.self, LogoutCommand.self, ExportCommand.self, CredentialsCommand.self,
      ]),
    CommandGroup(
      name: "Shell",
      subcommands: [
        InitCommand.self, PromptCommand.self, CompletionsCommand.self, ThemesCommand.self,
      ]),
    CommandGroup(
      name: "Other",
      subcommands: [DemoCommand.self, DemoCodeCommand.self, FilterCommand.self, ManualCommand.self]),
  ]
}

extension DefinedCommand {
  /// The definition of `switchback` and all its subcommands.
  ///
  /// Throws if the parser's dump is not valid.
  static func all() throws -> DefinedCommand {
    let parsing = Result { try Switchback.parseAsRoot(["--experimental-dump-help"]) }
    guard case .failure(let end) = parsing else {
      throw CommandError.input("The parser did not give a definition of the command.")
    }
    // The parser gives the dump as the text that it would print before it exits.
    return try DefinedCommand(dump: Switchback.fullMessage(for: end))
  }
}

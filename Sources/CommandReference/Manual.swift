import Text
package import Foundation

/// The manual of a command and all its subcommands, as a man page.
///
/// `groups` are the commands' names under their titles, in the order of the manual.
package func manual(
  of command: DefinedCommand, groups: [(title: String, names: [String])], version: String,
  at now: Date
) -> String {
  var page = ManualPage(
    command.commandName, date: String(iso8601(now).prefix(10)), version: version)
  page.section("NAME")
  page.paragraphs("\(command.commandName) - \(command.abstract?.asTitle ?? "")")
  page.section("SYNOPSIS")
  for line in command.synopses { page.command(line) }
  page.section("DESCRIPTION")
  page.paragraphs(command.discussion ?? "")
  page.section("OPTIONS")
  for option in command.shownOptions { page.item(option.term, option.meaning) }
  for (title, names) in groups {
    page.section("\(title.uppercased()) COMMANDS")
    for subcommand in command.shownSubcommands where names.contains(subcommand.commandName) {
      // Its options are listed above, as those of the main command.
      let isDefault = subcommand.commandName == command.defaultSubcommand
      page.add(subcommand, of: command.commandName, withArguments: !isDefault)
    }
  }
  for (title, items) in closingSections {
    page.section(title)
    for (term, meaning) in items { page.item(term, meaning) }
  }
  page.section("SEE ALSO")
  page.paragraphs("`aws`(1), `fzf`(1), https://docs.aws.amazon.com/cli/latest/userguide/")
  return page.text
}

extension ManualPage {
  /// Adds a command, its options except the common ones, and its subcommands.
  fileprivate mutating func add(
    _ command: DefinedCommand, of parent: String, withArguments: Bool = true
  ) {
    subsection(command.usage(under: parent))
    if let abstract = command.abstract { paragraphs(abstract) }
    if let discussion = command.discussion { paragraphs(discussion) }
    for argument in command.shownArguments where withArguments && !argument.isCommon {
      item(argument.term, argument.meaning)
    }
    for subcommand in command.shownSubcommands {
      add(subcommand, of: "\(parent) \(command.commandName)")
    }
  }
}

extension DefinedCommand {
  /// The synopsis of the command and of each subcommand.
  fileprivate var synopses: [String] {
    let own = shownPositionals.map { " " + $0.term }.joined()
    return ["\(commandName) [options]\(own)", "\(commandName) -"]
      + shownSubcommands.map { $0.usage(under: commandName) }
  }

  fileprivate func usage(under parent: String) -> String {
    let subcommand = shownSubcommands.isEmpty ? "" : " <subcommand>"
    let options = shownOptions.allSatisfy(\.isCommon) ? "" : " [options]"
    let arguments = subcommand.isEmpty ? shownPositionals.map { " " + $0.term }.joined() : ""
    return "\(parent) \(commandName)\(options)\(subcommand)\(arguments)"
  }
}

extension DefinedArgument {
  /// True for `--help` and `--version`, which are listed only once.
  fileprivate var isCommon: Bool {
    names.contains { ["--help", "--version"].contains($0.written) }
  }

  /// The argument as in usage lines: `-v, --verbose`, `--region <region>`, `[<query> ...]`.
  fileprivate var term: String {
    let value = valueName == "-" ? "-" : "<\(valueName ?? "value")>"
    switch kind {
    case .flag: return names.map(\.written).joined(separator: ", ")
    case .option: return names.map(\.written).joined(separator: ", ") + " " + value
    case .positional:
      let some = value + (isRepeating ? " ..." : "")
      // Without a command, `each` repeats the last one, and `exec` reports that it is missing.
      if isBehindTerminator { return "-- " + some }
      return isOptional ? "[\(some)]" : some
    }
  }

  /// The argument's description, its possible values, and its default.
  fileprivate var meaning: String {
    let summary = abstract ?? ""
    let values = (allValues ?? []).filter { !summary.contains($0) }
    let choices = values.isEmpty ? nil : "One of " + (allValues ?? []).joined(separator: ", ") + "."
    let usual = kind == .option ? defaultValue.map { "Default: \($0)." } : nil
    return [summary, choices, usual].compactMap(\.self).filter { !$0.isEmpty }.joined(
      separator: " ")
  }
}

extension String {
  /// A sentence as a title after a name: without a capital letter and a full stop.
  fileprivate var asTitle: String {
    prefix(1).lowercased() + dropFirst().trimmingCharacters(in: ["."])
  }
}

/// The sections that no command's help contains: files, variables and statuses.
let closingSections: [(title: String, items: [(term: String, meaning: String)])] = [
  ("FILES", manualFiles), ("ENVIRONMENT", manualVariables), ("EXIT STATUS", manualStatuses),
]

private let manualFiles: [(term: String, meaning: String)] = [
  (
    "~/.aws/config, ~/.aws/credentials",
    "The profiles, which are the entries. Only `switchback export --format ini` writes to them, "
      + "after asking."
  ),
  (
    "~/.config/switchback/config.yaml",
    "Settings; colours, display names, groups and shortcuts of entries; more entries. "
      + "An entry without a colour gets the colour of a word in its name: prod red, staging "
      + "yellow, dev "
      + "and test green, sandbox blue; else one of seven others. With `automatic_colors: name` "
      + "words do "
      + "not count."
  ),
  ("~/.config/switchback/themes", "Themes: base16 and base24 schemes."),
  ("~/.local/state/switchback/state.sqlite", "The history and the pins."),
  (
    "~/.local/state/switchback/each.json",
    "The entries where the last `switchback each` failed, and its command."
  ),
  (
    "~/.cache/switchback",
    "Sessions, encrypted with a key in the kernel's keyring, and the parsed entries."
  ),
  (
    "~/.aws/cli/cache, ~/.aws/sso/cache, ~/.aws/login/cache",
    "Sessions and logins of the AWS CLI, which are used; logins are shared with it."
  ),
]

private let manualVariables: [(term: String, meaning: String)] = [
  (
    "AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE",
    "Paths of AWS's two files, as for the AWS CLI."
  ),
  (
    "AWS_REGION, AWS_DEFAULT_REGION, AWS_PROFILE, AWS_ENDPOINT_URL_STS, AWS_CA_BUNDLE, HTTPS_PROXY",
    "Read as the AWS CLI reads them."
  ),
  (
    "XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME, XDG_RUNTIME_DIR",
    "Folders of settings, history, sessions and start-up files."
  ),
  ("SWITCHBACK_HOME", "One folder for settings, history and sessions."),
  ("SWITCHBACK_THEME, NO_COLOR", "The theme, as with --theme; no colours."),
  ("SWITCHBACK_ACCESSIBLE", "With 1 the picker is a numbered list in plain lines."),
  ("SWITCHBACK_LOG", "A file that requests are logged to, as with -v."),
  ("SHELL", "The shell to open, unless --shell or the settings name one."),
  (
    "SWITCHBACK_ENTRY, SWITCHBACK_LABEL, SWITCHBACK_COLOR, SWITCHBACK_ACCOUNT_ID, SWITCHBACK_ROLE, "
      + "SWITCHBACK_DEPTH, SWITCHBACK_READ_ONLY",
    "Set for shells and commands, in addition to AWS's own variables."
  ),
  ("AWS_VAULT", "Also set for them with `aws_vault: true` in config.yaml."),
]

private let manualStatuses: [(term: String, meaning: String)] = [
  ("0", "Done."),
  ("1", "Nothing matched; the command of `each` failed for some entries."),
  ("2", "Invalid input or configuration, including an unknown entry."),
  ("3", "AWS refused, or could not be reached."),
  ("64", "Usage: the command line is wrong."),
  ("126, 127", "The command of `exec` or `each` cannot be run, or is not found."),
  ("130", "Cancelled."),
  (
    "others",
    "`shell` and `exec` exit with the status of the shell or command, or 128 + n if signal n "
      + "ended it."
  ),
]

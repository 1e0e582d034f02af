import Foundation

/// The manual of a command and all its subcommands, as a man page.
///
/// `groups` are the commands' names under their titles, in the order of the manual.
func manual(
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
      // Its options are those of the command itself, above.
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
  /// A command, its options but for those that every command has, and its own subcommands.
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
  /// A line for the command itself, and one for each of its subcommands.
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
  /// `--help` and `--version`, which need be said once.
  fileprivate var isCommon: Bool {
    names.contains { ["--help", "--version"].contains($0.written) }
  }

  /// As usage lines have it: `-v, --verbose`, `--region <region>`, `[<query> ...]`.
  fileprivate var term: String {
    let value = valueName == "-" ? "-" : "<\(valueName ?? "value")>"
    switch kind {
    case .flag: return names.map(\.written).joined(separator: ", ")
    case .option: return names.map(\.written).joined(separator: ", ") + " " + value
    case .positional:
      let some = value + (isRepeating ? " ..." : "")
      // Without the command `each` takes the last one's, and `exec` says that it is missing.
      if isBehindTerminator { return "-- " + some }
      return isOptional ? "[\(some)]" : some
    }
  }

  /// What it does, the values it may have, and what it is without being given.
  fileprivate var meaning: String {
    let said = abstract ?? ""
    let values = (allValues ?? []).filter { !said.contains($0) }
    let choices = values.isEmpty ? nil : "One of " + (allValues ?? []).joined(separator: ", ") + "."
    let usual = kind == .option ? defaultValue.map { "Default: \($0)." } : nil
    return [said, choices, usual].compactMap(\.self).filter { !$0.isEmpty }.joined(separator: " ")
  }
}

extension String {
  /// A sentence as it stands behind a name: no capital, no full stop.
  fileprivate var asTitle: String {
    prefix(1).lowercased() + dropFirst().trimmingCharacters(in: ["."])
  }
}

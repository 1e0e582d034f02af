/// The position after the words of a command line: the subcommand that they name, and what may
/// follow.
struct CommandPosition {
  private(set) var command: DefinedCommand
  /// The option whose value comes next.
  private(set) var pendingOption: DefinedArgument?
  /// The number of positional arguments so far.
  private(set) var positionals = 0
  /// True after `--`.
  private(set) var isTerminated = false
  /// The names of the options so far.
  private(set) var givenOptions: Set<String> = []

  init(_ words: [String], _ definition: DefinedCommand) {
    command = definition
    for word in words { read(word) }
  }

  private mutating func read(_ word: String) {
    if pendingOption != nil {
      pendingOption = nil
    } else if !isTerminated, word == "--" {
      isTerminated = true
    } else if !isTerminated, word.hasPrefix("-"), word != "-" {
      readOption(word)
    } else if positionals == 0, !isTerminated, let named = command.subcommand(word) {
      command = named
    } else {
      positionals += 1
    }
  }

  private mutating func readOption(_ word: String) {
    let name = String(word.prefix { $0 != "=" })
    guard let option = command.option(name) else { return }
    givenOptions.formUnion(option.names.map(\.written))
    if option.kind == .option, name == word { pendingOption = option }
  }

  /// The next positional argument.
  var positional: DefinedArgument? {
    let all = command.shownPositionals.filter { !$0.isBehindTerminator }
    guard positionals >= all.count else { return all[positionals] }
    return all.last.flatMap { $0.isRepeating ? $0 : nil }
  }

  var hasCommandBehind: Bool { command.shownPositionals.contains(where: \.isBehindTerminator) }
}

extension DefinedCommand {
  func subcommand(_ name: String) -> DefinedCommand? {
    shownSubcommands.first { $0.commandName == name }
  }

  /// The option with a name like `--region` or `-v`.
  func option(_ word: String) -> DefinedArgument? {
    shownOptions.first { $0.names.contains { $0.written == word } }
  }
}

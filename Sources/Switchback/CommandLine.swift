import ArgumentParser
import CommandReference
import Terminal
import Text

/// The words of a command line for switchback, and those of the command to run, which are only
/// passed on.
///
/// ArgumentParser's time grows with the square of the number of words, and it takes only text, but
/// a command's words may be any bytes.
struct CommandLine: Equatable {
  /// The words to parse.
  ///
  /// One word stands for all words of the command.
  private(set) var ownWords: [String]
  /// The command's words as `RawText`; nil if there is no command.
  private(set) var commandWords: [String]?

  /// Splits the arguments, which are `RawText`.
  ///
  /// Throws a `CommandError` if a word for switchback is not UTF-8.
  init(_ words: [String]) throws {
    ownWords = words
    // The text to complete may be anything.
    guard words.first != FastPath.completionWord else { return }
    let entries = words.first.flatMap { entriesBeforeCommand[$0] }
    if let entries, words.count > entries + 1, !words.contains("--"),
      let line = try Self.insertingTerminator(words, entries: entries)
    {
      throw CommandError(status: 64, description: "Put the command after `--`:\n  \(line)")
    }
    if let line = Self.insertingExec(words) {
      throw CommandError(
        status: 64, description: "To run a command as an entry, use `exec`:\n  \(line)")
    }
    if entries != nil, let end = words.firstIndex(of: "--") {
      let rest = words[(end + 1)...]
      commandWords = Array(rest)
      ownWords = words[...end] + (rest.isEmpty ? [] : ["command"])
    }
    ownWords = try ownWords.enumerated().map { number, word in
      guard let text = RawText.utf8Text(word) else {
        throw notUTF8Error(word, number: number + 1)
      }
      return text
    }
  }

  /// The parsed command, with the words to pass on.
  ///
  /// Throws ArgumentParser's errors.
  func parsed() throws -> any ParsableCommand {
    let command = try Switchback.parseAsRoot(ownWords)
    guard let commandWords, var forwarding = command as? any ForwardsCommand else {
      return command
    }
    forwarding.command = commandWords
    return forwarding
  }
}

/// A command that takes the words of another command after `--`.
protocol ForwardsCommand: ParsableCommand {
  var command: [String] { get set }
}

extension ExecCommand: ForwardsCommand {}
extension EachCommand: ForwardsCommand {}

/// The commands that run another command, and the number of entries before it.
private let entriesBeforeCommand = ["exec": 1, "each": 0]

private func notUTF8Error(_ word: String, number: Int) -> CommandError {
  .input(
    "Argument \(number) is not UTF-8: \(RawText.displayText(word)). Names and options of "
      + "switchback are UTF-8 text; only the command after `--` and its arguments may be other "
      + "bytes.")
}

/// Corrections of lines with a command in the wrong place.
extension CommandLine {
  /// The line with the missing `--` before its command; nil if there is no command.
  ///
  /// Otherwise an option of the command, for example `--version`, would be read as ours.
  static func insertingTerminator(_ words: [String], entries: Int) throws -> String? {
    let name = words.first ?? ""
    let command = try DefinedCommand.all().shownSubcommands.first { $0.commandName == name }
    let takingValues = (command?.shownOptions ?? []).filter { $0.kind == .option }
      .flatMap { $0.names.map(\.written) }
    var positionals = 0
    var isValue = false
    for (place, word) in words.enumerated().dropFirst() {
      if isValue {
        isValue = false
      } else if word.hasPrefix("-"), word != "-" {
        isValue = takingValues.contains(word)
      } else if word != "-" {
        positionals += 1
        if positionals > entries {
          return shellLine(["switchback"] + words[..<place] + ["--"] + words[place...])
        }
      }
    }
    return nil
  }

  /// The line with `exec` before an entry, or in place of a misspelt command, if `--` and a command
  /// follow; else nil.
  static func insertingExec(_ words: [String]) -> String? {
    guard let first = words.first, !first.hasPrefix("-"), first != "help",
      let end = words.firstIndex(of: "--"), end < words.count - 1,
      !Switchback.configuration.subcommands.contains(where: {
        $0.configuration.commandName == first
      })
    else { return nil }
    let command = Array(words[end...])
    let own = Array(words[..<end])
    let names = own.prefix { !$0.hasPrefix("-") }
    let options = own.dropFirst(names.count)
    if names.count > 1, let meant = CommandGuess(first)?.name {
      let name = meant == "each" ? meant : "exec"
      return shellLine(["switchback", name] + own.dropFirst() + command)
    }
    return shellLine(["switchback", "exec", names.joined(separator: " ")] + options + command)
  }

  /// The words (`RawText`) as a line to paste into a shell.
  static func shellLine(_ words: [String]) -> String {
    words.map { posixQuotedIfNeeded(RawText.displayText($0)) }.joined(separator: " ")
  }
}

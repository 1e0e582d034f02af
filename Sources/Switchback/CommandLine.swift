import ArgumentParser
import CommandReference
import Terminal
import Text

/// Our own words of a command line, and those of the command that is to be run, which are only handed on.
///
/// ArgumentParser takes a time that grows with the square of the number of words, and text, where a command's words may
/// be any bytes.
struct CommandLine: Equatable {
  /// What is parsed; here one word stands for all of the command's.
  private(set) var ownWords: [String]
  /// As `RawText`; nil where none are handed on.
  private(set) var commandWords: [String]?

  /// Splits the arguments, as `RawText`; throws a `CommandError` where one that is for switchback is not UTF-8.
  init(_ words: [String]) throws {
    ownWords = words
    // What is typed so far may be anything.
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
      guard let plain = RawText.utf8Text(word) else { throw notText(word, number: number + 1) }
      return plain
    }
  }

  /// The command that is meant, with the words that are handed on; throws what ArgumentParser throws.
  func parsed() throws -> any ParsableCommand {
    let command = try Switchback.parseAsRoot(ownWords)
    guard let commandWords, var taker = command as? any ForwardsCommand else { return command }
    taker.command = commandWords
    return taker
  }
}

/// What takes the words of another command after `--`.
protocol ForwardsCommand: ParsableCommand {
  var command: [String] { get set }
}

extension ExecCommand: ForwardsCommand {}
extension EachCommand: ForwardsCommand {}

/// The commands that take another, and how many entries come before it.
private let entriesBeforeCommand = ["exec": 1, "each": 0]

private func notText(_ word: String, number: Int) -> CommandError {
  .input(
    "Argument \(number) is not UTF-8: \(RawText.displayText(word)). Names and options of switchback are UTF-8 text; only the "
      + "command after `--` and its arguments may be other bytes.")
}

/// Corrections of lines with a command in the wrong place.
extension CommandLine {
  /// The line with `--` before its command, where that was left out; nil where none was.
  ///
  /// Else an option of the command's, such as `--version`, would be taken for one of ours.
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

  /// The line with `exec` before an entry, or in place of a misspelt command, where `--` and a command follow; else nil.
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

import ArgumentParser
import Canvas
import Shells
import Terminal

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

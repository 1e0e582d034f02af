import Canvas
import Shells
import Terminal

extension CommandLine {
  /// The line with `--` before its command, where that was left out; nil where none was.
  ///
  /// Else an option of the command's, such as `--version`, would be taken for one of ours.
  static func corrected(_ words: [String], entries: Int) throws -> String? {
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
        if positionals > entries { return line(words, terminatorAt: place) }
      }
    }
    return nil
  }

  private static func line(_ words: [String], terminatorAt place: Int) -> String {
    let own = words[..<place] + ["--"] + words[place...]
    return (["switchback"] + own).map { word in
      let isPlain =
        !word.isEmpty && word.allSatisfy { $0.isLetter || $0.isNumber || "-_./:=@,%+".contains($0) }
      return isPlain ? word : posixQuoted(RawText.shown(word))
    }.joined(separator: " ")
  }
}

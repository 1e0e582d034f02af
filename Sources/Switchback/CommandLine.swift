import ArgumentParser
import Terminal

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

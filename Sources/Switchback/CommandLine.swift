import ArgumentParser
import Terminal

/// Our own words of a command line, and those of the command that is to be run, which are only handed on.
///
/// ArgumentParser takes a time that grows with the square of the number of words, and text, where a command's words may
/// be any bytes.
struct CommandLine: Equatable {
  /// What is parsed; here one word stands for all of the command's.
  private(set) var own: [String]
  /// As `RawText`; nil where none are handed on.
  private(set) var handedOn: [String]?

  /// Splits the arguments, as `RawText`; throws a `Failure` where one that is for switchback is not UTF-8.
  init(_ words: [String]) throws {
    own = words
    // What is typed so far may be anything.
    guard words.first != PlainCommand.completion else { return }
    let entries = words.first.flatMap { takers[$0] }
    if let entries, words.count > entries + 1, !words.contains("--"),
      let line = try Self.corrected(words, entries: entries)
    {
      throw Failure(status: 64, description: "Put the command after `--`:\n  \(line)")
    }
    if let line = Self.insertingExec(words) {
      throw Failure(status: 64, description: "To run a command as an entry, use `exec`:\n  \(line)")
    }
    if entries != nil, let end = words.firstIndex(of: "--") {
      let rest = words[(end + 1)...]
      handedOn = Array(rest)
      own = words[...end] + (rest.isEmpty ? [] : ["command"])
    }
    own = try own.enumerated().map { number, word in
      guard let plain = RawText.plain(word) else { throw notText(word, number: number + 1) }
      return plain
    }
  }

  /// The command that is meant, with the words that are handed on; throws what ArgumentParser throws.
  func parsed() throws -> any ParsableCommand {
    let command = try Switchback.parseAsRoot(own)
    guard let handedOn, var taker = command as? any CommandTaking else { return command }
    taker.command = handedOn
    return taker
  }
}

/// What takes the words of another command after `--`.
protocol CommandTaking: ParsableCommand {
  var command: [String] { get set }
}

extension Exec: CommandTaking {}
extension EachCommand: CommandTaking {}

/// The commands that take another, and how many entries come before it.
private let takers = ["exec": 1, "each": 0]

private func notText(_ word: String, number: Int) -> Failure {
  .input(
    "Argument \(number) is not UTF-8: \(RawText.shown(word)). Names and options of switchback are UTF-8 text; only the "
      + "command after `--` and its arguments may be other bytes.")
}

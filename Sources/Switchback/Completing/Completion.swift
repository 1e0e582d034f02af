/// What completes the word that is being typed.
enum Completion: Equatable {
  case words([Candidate])
  case files
  /// What stands behind `--` is a command line of its own.
  case command

  /// A word as it would be typed without quotes, and what it is.
  struct Candidate: Hashable {
    var word: String
    var detail: String?

    init(_ word: String, _ what: String? = nil) {
      self.word = word
      self.detail = what
    }
  }
}

extension Completion {
  /// What completes `current` behind the words of a command line, without the command's own name.
  ///
  /// `values` gives what there is on the machine, and is called at most once.
  init(
    of current: String, after words: [String], in definition: DefinedCommand,
    values: (CompletedValue) -> [Candidate]
  ) {
    let reading = CommandPosition(words, definition)
    if let option = reading.pendingOption {
      self = Completion(valuesOf: option, values)
    } else if reading.isTerminated, reading.hasCommandBehind {
      self = .command
    } else if current.hasPrefix("-"), !reading.isTerminated {
      self = Self.options(current, reading, values)
    } else {
      self = Self.positional(current, reading, definition, values)
    }
  }

  private init(valuesOf argument: DefinedArgument?, _ values: (CompletedValue) -> [Candidate]) {
    if let argument, let value = CompletedValue(argument.completionKind) {
      self = .words(values(value))
    } else if argument?.completionKind?.file != nil {
      self = .files
    } else {
      let listed = argument?.completionKind?.list?.values ?? argument?.allValues ?? []
      self = .words(listed.map { Candidate($0) })
    }
  }

  /// The options that may still be given, or behind `--option=` its values.
  private static func options(
    _ current: String, _ reading: CommandPosition, _ values: (CompletedValue) -> [Candidate]
  ) -> Completion {
    if let equals = current.firstIndex(of: "=") {
      let option = reading.command.option(String(current[..<equals]))
      guard case .words(let words) = Completion(valuesOf: option, values) else { return .files }
      return .words(words.map { Candidate(current[...equals] + $0.word, $0.detail) })
    }
    let open = reading.command.shownOptions.filter { option in
      option.isRepeating || reading.givenOptions.isDisjoint(with: option.names.map(\.written))
    }
    return .words(
      open.flatMap { option in
        option.names.map { Candidate($0.written, option.abstract.map(firstSentence)) }
      })
  }

  private static func positional(
    _ current: String, _ reading: CommandPosition, _ definition: DefinedCommand,
    _ values: (CompletedValue) -> [Candidate]
  ) -> Completion {
    let named = reading.command.commandName == "help" ? definition : reading.command
    let subcommands = reading.positionals > 0 ? [] : named.shownSubcommands
    let names = subcommands.map {
      Candidate($0.commandName, $0.abstract.map(firstSentence))
    }
    // A hundred entries would hide the commands while nothing is typed.
    if !names.isEmpty, current.isEmpty { return .words(names) }
    switch Completion(valuesOf: reading.positional, values) {
    case .words(let words): return .words(names + words)
    case let other: return names.isEmpty ? other : .words(names)
    }
  }
}

/// A text up to its first full stop, colon or semicolon.
private func firstSentence(_ text: String) -> String {
  let line = text.prefix { !$0.isNewline }
  let ends = [". ", ": ", "; "].compactMap { line.firstRange(of: $0)?.lowerBound }
  let short = ends.min().map { line[..<$0] } ?? line
  return String(short.last == "." ? short.dropLast() : short)
}

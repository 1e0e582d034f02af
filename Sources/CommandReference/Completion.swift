import Text

/// The completions of the word that is being typed.
package enum Completion: Equatable {
  case words([Candidate])
  case files
  /// The words after `--` are another command's line.
  case command

  /// A word without quotes, and its description.
  package struct Candidate: Hashable {
    package var word: String
    package var detail: String?

    package init(_ word: String, _ detail: String? = nil) {
      self.word = word
      self.detail = detail
    }
  }
}

extension Completion {
  /// The completions of `current` after the words of a command line, without the program's name.
  ///
  /// `values` gives the values on this machine, and is called at most once.
  package init(
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

  /// The options that can still be given, or after `--option=` its values.
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
    // Without a typed character, many entries would hide the commands.
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

/// The reply to a completion script; nil if nothing can be completed.
///
/// `arguments` are the shell's name, and for bash the line up to the cursor and the part of it that
/// will be replaced; for other shells the words up to the cursor, with the program's name first.
/// `values` is called at most once.
package func completionReply(
  to arguments: [String], in definition: DefinedCommand,
  values: (CompletedValue) -> [Completion.Candidate]
) -> String? {
  if arguments.count == 3, arguments[0] == "bash" {
    let line = TypedLine(arguments[1])
    let completion = Completion(
      of: line.current, after: Array(line.words.dropFirst()), in: definition, values: values)
    return completion.lines { line.reply($0.word, replacing: arguments[2]) }
  }
  guard arguments.count >= 3 else { return nil }
  let words = Array(arguments[2...].dropLast())
  let current = TypedLine(arguments[arguments.count - 1]).current
  let completion = Completion(of: current, after: words, in: definition, values: values)
    .narrowed(to: current)
  return completion.lines {
    [$0.word, $0.detail?.cleaned].compactMap(\.self).joined(separator: "\t")
  }
}

extension Completion {
  /// The completion without words that no shell could match, since there may be very many words.
  fileprivate func narrowed(to typed: String) -> Completion {
    guard case .words(let words) = self else { return self }
    let letters = Array(typed.lowercased().unicodeScalars)
    return .words(words.filter { $0.word.lowercased().unicodeScalars.contain(inOrder: letters) })
  }

  /// The reply as the scripts read it.
  func lines(_ written: (Candidate) -> String?) -> String {
    switch self {
    case .files: "files\n"
    case .command: "command\n"
    case .words(let words): (["words"] + words.compactMap(written)).map { $0 + "\n" }.joined()
    }
  }
}

extension String.UnicodeScalarView {
  /// True if it contains all these scalars in this order, with any others between them.
  fileprivate func contain(inOrder scalars: [Unicode.Scalar]) -> Bool {
    var rest = scalars[...]
    for scalar in self where scalar == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}

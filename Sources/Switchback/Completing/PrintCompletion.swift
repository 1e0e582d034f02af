import Canvas

/// Answers a completion script: `arguments` are the shell, and for bash the line up to the cursor and the part of it
/// that will be replaced, for others the words up to the cursor, the command's own name first.
///
/// Nothing is printed for what cannot be completed; nothing is ever said, since somebody is typing.
func printCompletion(_ arguments: [String], _ world: World) throws {
  let definition = try DefinedCommand.all()
  let values = { completedValues($0, world) }
  if arguments.count == 3, arguments[0] == "bash" {
    let line = TypedLine(arguments[1])
    let completion = Completion(
      of: line.current, after: Array(line.words.dropFirst()), in: definition, values: values)
    try world.print(completion.lines { line.reply($0.word, replacing: arguments[2]) })
  } else if arguments.count >= 3 {
    let words = Array(arguments[2...].dropLast())
    let current = TypedLine(arguments[arguments.count - 1]).current
    let completion = Completion(of: current, after: words, in: definition, values: values)
      .narrowed(to: current)
    try world.print(
      completion.lines { [$0.word, $0.detail?.cleaned].compactMap(\.self).joined(separator: "\t") })
  }
}

extension Completion {
  /// Without the words that no shell's way of matching could find: of a hundred thousand, most.
  fileprivate func narrowed(to typed: String) -> Completion {
    guard case .words(let words) = self else { return self }
    let letters = Array(typed.lowercased().unicodeScalars)
    return .words(words.filter { $0.word.lowercased().unicodeScalars.contain(inOrder: letters) })
  }

  /// The answer as the scripts read it.
  func lines(_ written: (Candidate) -> String?) -> String {
    switch self {
    case .files: "files\n"
    case .command: "command\n"
    case .words(let words): (["words"] + words.compactMap(written)).map { $0 + "\n" }.joined()
    }
  }
}

extension String.UnicodeScalarView {
  /// True where all of these stand in it, in this order, with whatever between them.
  fileprivate func contain(inOrder scalars: [Unicode.Scalar]) -> Bool {
    var rest = scalars[...]
    for scalar in self where scalar == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}

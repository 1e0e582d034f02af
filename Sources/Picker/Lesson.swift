/// A step of the demo's tour.
///
/// The next one follows once the user has done it.
package enum Lesson: Int, CaseIterable, Sendable {
  case filter, enter, previous, jump, code, readOnly, each, done

  /// The next step; nil after the last one.
  var next: Lesson? { Lesson(rawValue: rawValue + 1) }
}

extension Model {
  /// Advances to the next lesson if the user has completed the current one.
  mutating func completeLesson(_ completed: Lesson) {
    if lesson == completed { lesson = completed.next }
  }

  /// Hides the demo's suggestion.
  mutating func dismissLesson() -> [Effect] {
    guard lesson != nil else { return [.ring] }
    lesson = nil
    return []
  }

  /// The demo's suggestion for the header.
  func text(of lesson: Lesson) -> [Span] {
    let words = words(of: lesson)
    let key = keymap.bindings.first { $0.action == .dismissLesson }.flatMap(shortLabel)
    return [Span("Demo ", theme.accent), Span(words, theme.text)]
      + (key.map { [Span("  \($0)", theme.key), Span(" hides this", theme.muted)] } ?? [])
  }

  private func words(of lesson: Lesson) -> String {
    func key(_ action: Action) -> String {
      keymap.bindings.first { $0.action == action }.flatMap(shortLabel) ?? ""
    }
    switch lesson {
    case .filter: return "A simulated AWS. Type some letters, for example: data dev"
    case .enter: return "Enter opens a shell with the entry's credentials; `exit` returns here"
    case .previous:
      return "\(key(.previous)) switches to the previous entry; so does `switchback -`"
    case .jump: return "\(key(.jump)) shows a key on each row: press one to switch there"
    case .code: return "Switch to an entry that asks for an MFA code: type break, then Enter"
    case .readOnly: return "\(key(.readOnly)) switches with read-only access"
    case .each: return "\(key(.mark(.down))) marks entries; Enter then runs a command as each"
    case .done: return "That was the tour. ? shows all keys; Esc quits"
    }
  }
}

/// What the demo suggests to try next; it goes on as the user does it.
package enum Lesson: Int, CaseIterable, Sendable {
  case filter, enter, previous, jump, code, readOnly, each, done

  /// The one after it; nil after the last.
  var next: Lesson? { Lesson(rawValue: rawValue + 1) }
}

extension Model {
  /// Goes on to the next lesson where this is what the last one suggested.
  mutating func completeLesson(_ deed: Lesson) {
    if lesson == deed { lesson = deed.next }
  }

  /// Hides what the demo suggests.
  mutating func dismissLesson() -> [Effect] {
    guard lesson != nil else { return [.ring] }
    lesson = nil
    return []
  }

  /// What the demo suggests, for the header.
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

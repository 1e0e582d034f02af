/// Reads a query as fzf does: what its own code does with odd input is the rule.
struct QueryReading {
  private(set) var sets: [[Term]] = []
  private var set: [Term] = []
  private var beginsNewSet = false
  private var followsBar = false
  private let scope: SearchScope

  init(_ text: String, _ scope: SearchScope) {
    self.scope = scope
    for word in words(text) { take(word) }
    if !set.isEmpty { sets.append(set) }
  }

  private mutating func take(_ word: [UInt32]) {
    let (field, word) = fieldNamed(by: word)
    var rest = word
    let lower = rest.map(lowercased)
    let heedsCase = rest != lower
    if !heedsCase { rest = lower }
    if !set.isEmpty, !followsBar, rest == [bar] {
      beginsNewSet = false
      followsBar = true
      return
    }
    followsBar = false
    let isPlain = lower.map(plainLetter) == lower
    let (kind, isInverse, text) = signs(of: rest)
    guard !text.isEmpty else { return }
    if beginsNewSet {
      sets.append(set)
      set = []
    }
    let term = Term(
      kind, isPlain ? text.map(plainLetter) : text, isInverse: isInverse, heedsCase: heedsCase,
      ignoresAccents: isPlain, field: field, scope: scope)
    set += scope == .switches ? term.orTime : [term]
    beginsNewSet = true
  }

  /// What a word's signs ask for, and the word without them.
  private func signs(of word: [UInt32]) -> (Term.Kind, isInverse: Bool, text: [UInt32]) {
    var text = word[...]
    var kind = Term.Kind.fuzzy
    let isInverse = text.first == exclamation
    if isInverse {
      kind = .exact
      text.removeFirst()
    }
    if text.last == dollar, text.count > 1 {
      kind = .suffix
      text.removeLast()
    }
    switch text.first {
    case quote? where text.count > 2 && text.last == quote:
      return (.boundary, isInverse, Array(text.dropFirst().dropLast()))
    case quote?: return (isInverse ? .fuzzy : .exact, isInverse, Array(text.dropFirst()))
    case caret?:
      return (kind == .suffix ? .whole : .prefix, isInverse, Array(text.dropFirst()))
    default: return (kind, isInverse, Array(text))
    }
  }
}

extension QueryReading {
  /// The words between blanks, a blank after a backslash being one of the word's own.
  private func words(_ text: String) -> [[UInt32]] {
    var words: [[UInt32]] = []
    var word: [UInt32] = []
    var scalars = Array(text.unicodeScalars.map(\.value))[...]
    while let scalar = scalars.popFirst() {
      if scalar == backslash, scalars.first == space {
        scalars.removeFirst()
        word.append(space)
      } else if scalar == space {
        if !word.isEmpty { words.append(word) }
        word = []
      } else {
        word.append(scalar == tab ? space : scalar)
      }
    }
    return words + (word.isEmpty ? [] : [word])
  }

  /// The field that a word begins with, as in `role:admin` and `!role:admin`, and the word without it.
  private func fieldNamed(by word: [UInt32]) -> (EntryTable.Field?, [UInt32]) {
    let signs = word.prefix { $0 == exclamation }
    let rest = word.dropFirst(signs.count)
    for (name, field) in scope.names where rest.starts(with: name) {
      return (field, Array(signs + rest.dropFirst(name.count)))
    }
    return (nil, word)
  }
}

private func lowercased(_ scalar: UInt32) -> UInt32 {
  Unicode.Scalar(scalar)?.lowercased ?? scalar
}

private let tab: UInt32 = 0x09
private let space: UInt32 = 0x20
private let exclamation: UInt32 = 0x21
private let dollar: UInt32 = 0x24
private let quote: UInt32 = 0x27
private let backslash: UInt32 = 0x5C
private let caret: UInt32 = 0x5E
private let bar: UInt32 = 0x7C

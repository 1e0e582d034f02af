/// Parses a query like fzf; for unusual input fzf's own code is the reference.
struct QueryParser {
  private(set) var sets: [[Term]] = []
  /// The first word that looks like a field or a state, but does not name one.
  private(set) var unknown: UnknownField?
  private var set: [Term] = []
  private var beginsNewSet = false
  private var followsBar = false
  private let scope: SearchScope

  init(_ text: String, _ scope: SearchScope) {
    self.scope = scope
    for word in words(text) { parse(word) }
    if !set.isEmpty { sets.append(set) }
  }

  private mutating func parse(_ word: [UInt32]) {
    guard !parseState(word) else { return }
    let (fields, word) = fieldsNamed(by: word)
    var rest = word
    let lower = rest.map(lowercased)
    let isCaseSensitive = rest != lower
    if !isCaseSensitive { rest = lower }
    if !set.isEmpty, !followsBar, rest == [bar] {
      beginsNewSet = false
      followsBar = true
      return
    }
    followsBar = false
    let hasNoAccents = lower.map(baseLetter) == lower
    let (kind, isInverse, text) = signs(of: rest)
    guard !text.isEmpty else { return }
    let term = Term(
      kind, hasNoAccents ? text.map(baseLetter) : text, isInverse: isInverse,
      isCaseSensitive: isCaseSensitive,
      ignoresAccents: hasNoAccents, fields: fields, scope: scope)
    add(term.orAccount ?? term.orTime)
  }

  /// Adds alternatives to the set before a bar, or as a new set.
  private mutating func add(_ terms: [Term]) {
    if beginsNewSet {
      sets.append(set)
      set = []
    }
    set += terms
    beginsNewSet = true
  }

  /// Parses a word such as `is:mfa`, `!is:pinned` or `state:login`; false for any other.
  private mutating func parseState(_ word: [UInt32]) -> Bool {
    let signs = word.prefix { $0 == exclamation }
    let rest = word[signs.endIndex...]
    guard scope == .entries, let name = stateSigns.lazy.compactMap(rest.after).first else {
      return false
    }
    followsBar = false
    // There is no name yet.
    guard !name.isEmpty else { return true }
    let text = String(name.map(lowercased))
    guard let states = EntryStates(named: text) else {
      unknown = unknown ?? .state(text)
      return false
    }
    add([Term(.state(states), [], isInverse: !signs.isEmpty, scope: scope)])
    return true
  }

  /// The kind of a word by its signs, and the word without them.
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

extension QueryParser {
  /// The words between spaces; a space after a backslash belongs to the word.
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

  /// The fields that a word begins with, as in `role:admin` and `!role:admin`, and the rest of the
  /// word.
  private mutating func fieldsNamed(by word: [UInt32]) -> ([EntryTable.Field]?, [UInt32]) {
    let signs = word.prefix { $0 == exclamation }
    let rest = word.dropFirst(signs.count)
    for (name, fields) in scope.names {
      if let text = rest.after(name) { return (fields, Array(signs + text)) }
    }
    unknown = unknown ?? UnknownField(in: rest, scope)
    return (nil, word)
  }
}

extension ArraySlice<UInt32> {
  /// The rest after a prefix in any case; nil if there is another.
  fileprivate func after(_ prefix: [UInt32]) -> ArraySlice<UInt32>? {
    guard count >= prefix.count, zip(self, prefix).allSatisfy({ lowercased($0) == $1 }) else {
      return nil
    }
    return dropFirst(prefix.count)
  }
}

extension String {
  init(_ scalars: some Sequence<UInt32>) {
    self.init(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }
}

private func lowercased(_ scalar: UInt32) -> UInt32 {
  Unicode.Scalar(scalar)?.lowercased ?? scalar
}

private let stateSigns = ["is:", "state:"].map { $0.unicodeScalars.map(\.value) }
private let tab: UInt32 = 0x09
private let space: UInt32 = 0x20
private let exclamation: UInt32 = 0x21
private let dollar: UInt32 = 0x24
private let quote: UInt32 = 0x27
private let backslash: UInt32 = 0x5C
private let caret: UInt32 = 0x5E
private let bar: UInt32 = 0x7C

package import Accounts
import Text

/// A word of a query that looks like a field, as in `foo:bar`, or a state, as in `is:foo`, but does
/// not name one.
///
/// It is searched as text, since a name may contain a colon.
enum UnknownField: Sendable, Hashable {
  /// The name before the colon, the whole word, and the known fields.
  case field(String, word: String, known: [String])
  case state(String)

  /// Nil for a word that does not begin with letters and a colon, or that begins like a URL or an
  /// ARN.
  init?(in word: ArraySlice<UInt32>, _ scope: SearchScope) {
    let known = scope.names.map { String($0.0) }
    guard !known.isEmpty, let colon = word.firstIndex(of: 0x3A), colon > word.startIndex else {
      return nil
    }
    let name = String(word[..<colon])
    if scope == .entries, ["is", "state"].contains(name.lowercased()) { return nil }
    guard name.unicodeScalars.allSatisfy({ $0.isASCII && $0.properties.isAlphabetic }),
      !["arn", "http", "https"].contains(name.lowercased())
    else { return nil }
    let states = scope == .entries ? ["is:"] : []
    self = .field(name, word: String(word), known: known + states)
  }
}

extension UnknownField {
  /// The text that is searched instead.
  fileprivate var text: String {
    switch self {
    case .field(_, let word, _): word
    case .state(let name): "is:" + name
    }
  }

  /// A sentence about the unknown name, with a suggestion.
  fileprivate var complaint: String {
    switch self {
    case .field(let name, _, let known):
      let names = known.map { String($0.dropLast()) }
      return "There is no field '\(forDisplay(name, limit: 30))'"
        + hint(name, names, ("", ":"), shown: known)
    case .state(let name):
      let names = EntryStates.names.map(\.key)
      return "There is no state '\(forDisplay(name, limit: 30))'"
        + hint(name, names, ("is:", ""), shown: names.map { "is:" + $0 })
    }
  }

  private func hint(
    _ name: String, _ names: [String], _ around: (String, String), shown: [String]
  ) -> String {
    guard let near = nearest(to: name, among: names, limit: 1).first else {
      return "; there are " + shown.joined(separator: " ")
    }
    return "; did you mean '\(around.0)\(near)\(around.1)'?"
  }
}

extension Query {
  /// The problem with a field or a state that the query names; nil if there is none, or if the
  /// first entry found has such a name.
  package func complaint(found first: @autoclosure () -> Entry?) -> String? {
    guard let unknown else { return nil }
    let names = first().map { [$0.name, $0.label.displayName] } ?? []
    let isName = names.contains { folded($0).holds(folded(unknown.text)) }
    return isName ? nil : unknown.complaint
  }
}

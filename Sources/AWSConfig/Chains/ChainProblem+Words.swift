package import Accounts

/// A question at the end of a sentence, where there is something to ask.
func didYouMean(_ names: [String]) -> String {
  names.isEmpty ? "" : " Did you mean \(quotedList(names))?"
}

/// Names in quotes, no more than a sentence bears.
func quotedList(_ names: [String]) -> String {
  let quoted = names.prefix(5).map { "'\($0)'" }
  guard let last = quoted.last, quoted.count > 1 else { return quoted.joined() }
  return quoted.dropLast().joined(separator: ", ") + " or " + last
}

extension Origin {
  /// As it is said.
  package var place: String {
    "\(file):\(line)"
  }
}

extension Profile {
  /// The profile's name, and the place of a key of it, or its own.
  func named(at key: KnownKey? = nil) -> String {
    "'\(name)' (\((key.map { place(of: $0) } ?? origin).place))"
  }
}

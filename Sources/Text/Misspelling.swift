/// True if a text is most likely a misspelling of a name, and not the name of something else.
///
/// `prod-eu` and `prod-us`, `dev-1` and `dev-2` are different things: only one word of four letters
/// or more may differ, by one edit, from eight letters on by two. Case and separators make no
/// difference.
package func isMisspelling(_ text: String, of name: String) -> Bool {
  guard text != name else { return false }
  let (written, meant) = (words(of: text), words(of: name))
  if written.joined() == meant.joined() { return true }
  guard written.count == meant.count else { return false }
  let differing = zip(written, meant).filter { $0 != $1 }
  guard differing.count == 1, let (one, other) = differing.first else { return false }
  let length = max(one.count, other.count)
  guard length >= 4, one.first?.isNumber == false, other.first?.isNumber == false else {
    return false
  }
  return areFewEditsApart(one, other, atMost: length >= 8 ? 2 : 1)
}

/// The words of a name in lower case, each of letters or of digits.
private func words(of name: String) -> [String] {
  var words: [String] = []
  var last: Character = " "
  for character in name.lowercased() {
    defer { last = character }
    guard !separators.contains(character) else { continue }
    if separators.contains(last) || last.isNumber != character.isNumber { words.append("") }
    words[words.count - 1].append(character)
  }
  return words
}

private let separators: Set<Character> = ["-", "_", ".", "/", ":", " ", "@"]

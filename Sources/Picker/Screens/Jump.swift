/// Waiting for the label of a row to be typed.
struct Jump: Equatable, Sendable {
  /// The part of it that has been typed.
  var typed = ""
}

/// So many labels, none of which begins another, or begins with a character that is taken: of one character while these
/// are enough, else of two; fewer where too many are taken.
///
/// The letters under the fingers come first; digits and capitals before a second keystroke.
func labels(_ count: Int, except taken: Set<Character> = []) -> [String] {
  let letters = "asdfghjklqwertyuiopzxcvbnm"
  let single = (letters + "1234567890" + letters.uppercased()).filter { !taken.contains($0) }
  guard count > single.count else { return single.prefix(count).map { String($0) } }
  let pairs = single.lazy.flatMap { first in letters.lazy.map { String([first, $0]) } }
  return Array(pairs.prefix(count))
}

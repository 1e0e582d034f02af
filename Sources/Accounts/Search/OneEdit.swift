/// True where one letter too many, too few or another, or two that are swapped, are all that two texts differ by.
package func areOneEditApart(_ one: some StringProtocol, _ other: some StringProtocol) -> Bool {
  let (one, other) = (Array(one.utf8), Array(other.utf8))
  guard one != other, abs(one.count - other.count) <= 1 else { return false }
  let start = zip(one, other).prefix { $0 == $1 }.count
  let (left, right) = (one[start...], other[start...])
  if left.dropFirst() == right || left == right.dropFirst() { return true }
  if left.dropFirst() == right.dropFirst() { return true }
  return left.count > 1 && left.prefix(2).elementsEqual(right.prefix(2).reversed())
    && left.dropFirst(2) == right.dropFirst(2)
}

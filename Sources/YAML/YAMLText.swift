import Yams

/// A YAML text as characters, with the places of Yams' marks.
struct YAMLText {
  let scalars: [Unicode.Scalar]
  /// The start of each line.
  private let lines: [Int]

  init(_ text: String) {
    let scalars = Array(text.unicodeScalars)
    var lines = [0]
    var place = 0
    while place < scalars.count {
      let length = breakLength(scalars, at: place)
      place += max(1, length)
      if length > 0 { lines.append(place) }
    }
    self.scalars = scalars
    self.lines = lines
  }

  /// The character at a place; nil after the last.
  subscript(place: Int) -> Unicode.Scalar? {
    scalars.indices.contains(place) ? scalars[place] : nil
  }

  /// The place of a mark, whose lines and columns are counted from 1, the columns in characters.
  func place(of mark: Mark) -> Int {
    guard lines.indices.contains(mark.line - 1) else { return scalars.count }
    return min(lines[mark.line - 1] + mark.column - 1, scalars.count)
  }

  func lineStart(_ place: Int) -> Int { lines[lineIndex(place)] }

  /// The end of the line: the place of its break or the end of the text.
  func lineEnd(_ place: Int) -> Int {
    var end = place
    while !isBreakOrEnd(end) { end += 1 }
    return end
  }

  /// The start of the line below, or nil in the last one.
  func nextLine(_ place: Int) -> Int? {
    let next = lineIndex(place) + 1
    return lines.indices.contains(next) ? lines[next] : nil
  }

  /// The distance of a place from the start of its line.
  func column(_ place: Int) -> Int { place - lineStart(place) }

  /// The line break that the text uses, judged by its first line.
  var lineBreak: String {
    let end = lineEnd(0)
    let length = breakLength(scalars, at: end)
    return length == 0 ? "\n" : string(end..<end + length)
  }

  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  /// The text with a range replaced; everything else is unchanged.
  func replacing(_ range: Range<Int>, with text: String) -> String {
    string(0..<range.lowerBound) + text + string(range.upperBound..<scalars.count)
  }

  private func lineIndex(_ place: Int) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lines[middle] <= place { low = middle } else { high = middle }
    }
    return low
  }
}

/// The line breaks of YAML 1.1, which libyaml reads.
func isBreak(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": true
  default: false
  }
}

/// The length of the line break at a place, 0 if there is none.
private func breakLength(_ scalars: [Unicode.Scalar], at place: Int) -> Int {
  guard scalars.indices.contains(place), isBreak(scalars[place]) else { return 0 }
  let isPair = scalars[place] == "\r" && place + 1 < scalars.count && scalars[place + 1] == "\n"
  return isPair ? 2 : 1
}

extension YAMLText {
  func isBlank(_ place: Int) -> Bool { self[place] == " " || self[place] == "\t" }

  func isBreakOrEnd(_ place: Int) -> Bool {
    self[place].map(isBreak) ?? true
  }

  func isSpaceOrEnd(_ place: Int) -> Bool { isBlank(place) || isBreakOrEnd(place) }

  /// The first place that is not blank.
  func skippingBlanks(_ place: Int) -> Int {
    var place = place
    while isBlank(place) { place += 1 }
    return place
  }

  /// The first place that is not blank, not a line break and not in a comment.
  func skippingSpace(_ place: Int) -> Int {
    var place = skippingBlanks(place)
    while let scalar = self[place], isBreak(scalar) || scalar == "#" {
      place = skippingBlanks(isBreak(scalar) ? place + 1 : lineEnd(place))
    }
    return place
  }

  /// The place after the anchor and the tag that may precede a value.
  func skippingProperties(_ place: Int) -> Int {
    var place = place
    while self[place] == "&" || self[place] == "!" {
      while !isSpaceOrEnd(place) { place += 1 }
      place = skippingSpace(place)
    }
    return place
  }
}

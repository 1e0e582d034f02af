/// The context of a value, which determines where it ends.
enum YAMLContext: Hashable {
  /// Block style: the lines of a value are indented further than this column.
  case block(column: Int)
  /// Flow style: braces or brackets.
  case flow
}

extension YAMLText {
  /// The end of the scalar, alias or bracketed collection at a place; nil if it has no end.
  func end(of place: Int, in context: YAMLContext) -> Int? {
    switch (self[place], context) {
    case ("\"", _): quotedEnd(place)
    case ("'", _): singleQuotedEnd(place)
    case ("*", _): aliasEnd(place)
    case ("{", _), ("[", _): brackets(place)?.end
    case ("|", .block(let column)), (">", .block(let column)): blockScalarEnd(place, column)
    default: plainEnd(place, context)
    }
  }

  private func quotedEnd(_ start: Int) -> Int? {
    var place = start + 1
    while let scalar = self[place], scalar != "\"" { place += scalar == "\\" ? 2 : 1 }
    return self[place] == nil ? nil : place + 1
  }

  private func singleQuotedEnd(_ start: Int) -> Int? {
    var place = start + 1
    while self[place] != "'" || self[place + 1] == "'" {
      guard self[place] != nil else { return nil }
      place += self[place] == "'" ? 2 : 1
    }
    return place + 1
  }

  private func aliasEnd(_ start: Int) -> Int {
    var place = start + 1
    while !isSpaceOrEnd(place), !isFlowIndicator(place) { place += 1 }
    return place
  }

  /// The end of the last value within brackets, and of the brackets; nil if they are not closed.
  func brackets(_ start: Int) -> (content: Int, end: Int)? {
    var content = start + 1
    var depth = 1
    var place = skippingSpace(start + 1)
    while let scalar = self[place] {
      switch scalar {
      case "&", "!":
        place = skippingProperties(place)
        continue
      case ",":
        place = skippingSpace(place + 1)
        continue
      case "{", "[": depth += 1
      case "}", "]": depth -= 1
      default: break
      }
      guard depth > 0 else { return (content, place + 1) }
      let isIndicator = "{[]}:".unicodeScalars.contains(scalar)
      guard let end = isIndicator ? place + 1 : end(of: place, in: .flow) else { return nil }
      content = max(end, place + 1)
      place = skippingSpace(content)
    }
    return nil
  }

  /// The end of a plain scalar as libyaml finds it: a colon or number sign next to a blank ends it;
  /// lines indented further continue it.
  private func plainEnd(_ start: Int, _ context: YAMLContext) -> Int {
    var end = start
    var place = start
    while self[place] != "#", isFurtherIn(place, context) {
      let word = wordEnd(place, context)
      if word > place { end = word }
      guard isSpaceOrEnd(word), self[word] != nil else { break }
      place = skippingBlanks(word)
      while let scalar = self[place], isBreak(scalar) { place = skippingBlanks(place + 1) }
    }
    return end
  }

  private func wordEnd(_ start: Int, _ context: YAMLContext) -> Int {
    let isFlow = context == .flow
    var place = start
    while !isSpaceOrEnd(place) {
      if self[place] == ":", isSpaceOrEnd(place + 1) || isFlow && isFlowIndicator(place + 1) {
        break
      }
      if isFlow, isFlowIndicator(place) { break }
      place += 1
    }
    return place
  }

  private func isFurtherIn(_ place: Int, _ context: YAMLContext) -> Bool {
    switch context {
    case .flow: true
    case .block(let column): self.column(place) > column
    }
  }

  private func isFlowIndicator(_ place: Int) -> Bool {
    switch self[place] {
    case ",", "[", "]", "{", "}": true
    default: false
    }
  }

  /// The end of a block scalar's last line that is not blank; nil if a comment follows its header.
  private func blockScalarEnd(_ start: Int, _ column: Int) -> Int? {
    var end = lineEnd(start)
    guard !scalars[start..<end].contains("#") else { return nil }
    var indent: Int?
    var line = nextLine(start)
    while let next = line {
      let first = skippingBlanks(next)
      if !isBreakOrEnd(first) {
        guard first - next >= indent ?? column + 1 else { break }
        indent = indent ?? first - next
        end = lineEnd(first)
      }
      line = nextLine(next)
    }
    return end
  }
}

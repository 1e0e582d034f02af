/// In what a value stands, which decides where it ends.
enum YAMLContext: Hashable {
  /// Lines; those of one value are further in than this column.
  case block(column: Int)
  /// Braces or brackets.
  case flow
}

extension YAMLText {
  /// Where the scalar, the alias or the bracketed collection ends that begins at a place; nil if it never does.
  func end(of place: Int, in surroundings: YAMLContext) -> Int? {
    switch (self[place], surroundings) {
    case ("\"", _): quotedEnd(place)
    case ("'", _): singleQuotedEnd(place)
    case ("*", _): aliasEnd(place)
    case ("{", _), ("[", _): brackets(place)?.end
    case ("|", .block(let column)), (">", .block(let column)): blockScalarEnd(place, column)
    default: plainEnd(place, surroundings)
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

  /// Where the last value within brackets ends, and where they do; nil if they never do.
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

  /// As libyaml does it: up to a colon or a number sign with a blank at its side, over breaks to lines further in.
  private func plainEnd(_ start: Int, _ surroundings: YAMLContext) -> Int {
    var end = start
    var place = start
    while self[place] != "#", isFurtherIn(place, surroundings) {
      let word = wordEnd(place, surroundings)
      if word > place { end = word }
      guard isSpaceOrEnd(word), self[word] != nil else { break }
      place = skippingBlanks(word)
      while let scalar = self[place], isBreak(scalar) { place = skippingBlanks(place + 1) }
    }
    return end
  }

  private func wordEnd(_ start: Int, _ surroundings: YAMLContext) -> Int {
    let isFlow = surroundings == .flow
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

  private func isFurtherIn(_ place: Int, _ surroundings: YAMLContext) -> Bool {
    switch surroundings {
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

  /// The end of its last line that is not blank; nil where a comment stands behind its header.
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

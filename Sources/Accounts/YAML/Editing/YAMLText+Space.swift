extension YAMLText {
  func isBlank(_ place: Int) -> Bool { self[place] == " " || self[place] == "\t" }

  func isBreakOrEnd(_ place: Int) -> Bool {
    self[place].map(isBreak) ?? true
  }

  func isSpaceOrEnd(_ place: Int) -> Bool { isBlank(place) || isBreakOrEnd(place) }

  /// The first place that is no blank.
  func skippingBlanks(_ place: Int) -> Int {
    var place = place
    while isBlank(place) { place += 1 }
    return place
  }

  /// The first place that is neither blank nor break nor in a comment.
  func skippingSpace(_ place: Int) -> Int {
    var place = skippingBlanks(place)
    while let scalar = self[place], isBreak(scalar) || scalar == "#" {
      place = skippingBlanks(isBreak(scalar) ? place + 1 : lineEnd(place))
    }
    return place
  }

  /// Behind the anchor and the tag that may stand before a value.
  func skippingProperties(_ place: Int) -> Int {
    var place = place
    while self[place] == "&" || self[place] == "!" {
      while !isSpaceOrEnd(place) { place += 1 }
      place = skippingSpace(place)
    }
    return place
  }
}

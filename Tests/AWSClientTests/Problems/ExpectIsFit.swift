import Testing

/// What every failure must be: short, whole, and without anything that could control a terminal.
func expectIsFit(_ sentence: String) {
  #expect(sentence.unicodeScalars.count < 4000)
  #expect(sentence.last == "." || sentence.last == "…")
  let isClean = sentence.unicodeScalars.allSatisfy { scalar in
    scalar == "\n" || ![.control, .format].contains(scalar.properties.generalCategory)
  }
  #expect(isClean)
}

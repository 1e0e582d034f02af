/// One change of a text: what is put in the place of a range.
struct YAMLSplice {
  var range: Range<Int>
  var replacement: String

  init(_ range: Range<Int>, _ replacement: String) {
    self.range = range
    self.replacement = replacement
  }

  /// Puts a text in at a place.
  init(at place: Int, _ replacement: String) {
    self.init(place..<place, replacement)
  }
}

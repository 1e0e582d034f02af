/// The memory of the fuzzy matcher: a row for each character of the term, a column for each of the text.
struct ScoreGrid: ~Copyable {
  /// In cells; fzf's limit, beyond which it takes the first match.
  static let capacity = 100 * 1024

  /// By place in the text: the character, its bonus, and the score and the run that end there after
  /// the term's first character.
  let characters = UnsafeMutablePointer<UInt32>.allocate(capacity: capacity)
  let bonuses = UnsafeMutablePointer<Int16>.allocate(capacity: capacity)
  let firstScores = UnsafeMutablePointer<Int16>.allocate(capacity: capacity)
  let firstRuns = UnsafeMutablePointer<Int16>.allocate(capacity: capacity)
  /// By row and place: the best score so far, and how many matched characters in a row end there.
  let scores = UnsafeMutablePointer<Int16>.allocate(capacity: capacity)
  let runs = UnsafeMutablePointer<Int16>.allocate(capacity: capacity)
  /// By character of the term: the first place where it and those before it can be.
  let firsts = UnsafeMutablePointer<Int>.allocate(capacity: 1000)

  deinit {
    characters.deallocate()
    bonuses.deallocate()
    firstScores.deallocate()
    firstRuns.deallocate()
    scores.deallocate()
    runs.deallocate()
    firsts.deallocate()
  }
}

/// The questions that the user must answer before a run can continue, and the answers.
///
/// If several entries share a question, it is asked for one of them. The others find the cached
/// answer.
package struct BatchQuestions<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  /// The questions of each entry.
  private let questions: [Set<Question>]
  /// The questions that got no answer.
  private var refused: Set<Question> = []
  /// The answers by the indices of the entries.
  package private(set) var answers: [Int: Answer] = [:]

  package init(_ questions: [Set<Question>]) {
    self.questions = questions
  }

  /// The waiting entries to ask for: one for each question, without those that `isHeld` reports as
  /// answered.
  package func next(among waiting: [Int], isHeld: (Int) -> Bool) -> [Int] {
    var asked = refused
    var next: [Int] = []
    for index in waiting where isOpen(index) {
      guard !questions[index].isSubset(of: asked), !isHeld(index) else { continue }
      asked.formUnion(questions[index])
      next.append(index)
    }
    return next
  }

  /// True if the entry has questions and none of them was refused.
  package func isOpen(_ index: Int) -> Bool {
    !questions[index].isEmpty && questions[index].isDisjoint(with: refused)
  }

  package mutating func answer(_ index: Int, _ answer: Answer) {
    answers[index] = answer
  }

  /// Marks the questions of an entry as refused.
  ///
  /// They are not asked again for any entry.
  package mutating func refuse(_ index: Int) {
    refused.formUnion(questions[index])
  }
}

/// What has to be asked before a run can go on, and what came of it.
///
/// One entry of all that share a question is asked for: the others find the answer kept.
package struct BatchQuestions<Question: Hashable & Sendable, Answer: Sendable>: Sendable {
  /// Of each entry.
  private let questions: [Set<Question>]
  /// Those that got no answer.
  private var refused: Set<Question> = []
  /// What was got by asking, by the entry.
  package private(set) var answers: [Int: Answer] = [:]

  package init(_ questions: [Set<Question>]) {
    self.questions = questions
  }

  /// The entries to ask for, of those that wait: one for each question, and none that `isHeld` says is answered already.
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

  /// True where asking may still help.
  package func isOpen(_ index: Int) -> Bool {
    !questions[index].isEmpty && questions[index].isDisjoint(with: refused)
  }

  package mutating func answer(_ index: Int, _ answer: Answer) {
    answers[index] = answer
  }

  /// This is not asked again, for whatever entry.
  package mutating func refuse(_ index: Int) {
    refused.formUnion(questions[index])
  }
}

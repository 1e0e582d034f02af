import Batch
import Testing

struct BatchQuestionsTests {
  @Test func oneEntryIsAskedForOfAllThatShareAQuestion() {
    let questions = BatchQuestions<String, Int>([
      ["login"], [], ["login"], ["code"], ["code"], ["own"],
    ])
    #expect(questions.next(among: Array(0...5)) { _ in false } == [0, 3, 5])
    #expect(questions.next(among: [2, 4]) { _ in false } == [2, 4])
    #expect(questions.next(among: Array(0...5)) { $0 == 0 || $0 == 5 } == [2, 3])
  }

  @Test func anUnansweredQuestionIsNotAskedAgain() {
    var questions = BatchQuestions<String, Int>([["login"], ["login", "code"], ["code"]])
    questions.refuse(0)
    #expect(questions.next(among: [0, 1, 2]) { _ in false } == [2])
    #expect((0...2).map(questions.isOpen) == [false, false, true])
  }

  @Test func anAnswerIsKeptForItsEntry() {
    var questions = BatchQuestions<String, Int>([["login"]])
    questions.answer(0, 7)
    #expect(questions.answers == [0: 7])
  }
}

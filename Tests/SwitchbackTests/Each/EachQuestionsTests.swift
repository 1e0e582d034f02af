import AWSConfig
import Batch
import Credentials
import Secrets
import Testing
@testable import Switchback

struct EachQuestionsTests {
  private let login = CredentialQuestion.login(
    SSOLogin(session: "corp", startURL: "https://x", region: "r"))
  private let code = CredentialQuestion.code(device: "phone", owner: "AKIA")
  private let own = CredentialQuestion.code(device: "phone", owner: "long")

  @Test func oneEntryIsAskedForOfAllThatShareAQuestion() {
    let questions = BatchQuestions<CredentialQuestion, Session>([
      [login], [], [login], [code], [code], [own],
    ])
    #expect(questions.next(among: Array(0...5)) { _ in false } == [0, 3, 5])
    #expect(questions.next(among: [2, 4]) { _ in false } == [2, 4])
    #expect(questions.next(among: Array(0...5)) { $0 == 0 || $0 == 5 } == [2, 3])
  }

  @Test func anUnansweredQuestionIsNotAskedAgain() {
    var questions = BatchQuestions<CredentialQuestion, Session>([[login], [login, code], [code]])
    questions.refuse(0)
    #expect(questions.next(among: [0, 1, 2]) { _ in false } == [2])
    #expect((0...2).map(questions.isOpen) == [false, false, true])
  }

  @Test func anAnswerIsKeptForItsEntry() {
    var questions = BatchQuestions<CredentialQuestion, Session>([[login]])
    let keys = AWSCredentials(accessKeyID: "ASIA", secretAccessKey: Secret("s"))
    questions.answer(0, Session(entry: "a", keys: keys, fingerprint: "f"))
    #expect(questions.answers[0]?.entry == "a")
  }

  private func questions(_ hops: [RoleHop], sharing: Bool = true) -> Set<CredentialQuestion> {
    let keys = AWSCredentials(accessKeyID: "AKIA", secretAccessKey: Secret("s"))
    var chain = RoleChain(profile: "a", base: .staticKeys(keys, profile: "b"), hops: hops)
    chain.sharesDevice = sharing
    return chain.questions(for: "a")
  }

  @Test func whatAChainMayAsk() {
    let plain = RoleHop(profile: "a", roleARN: "arn")
    var guarded = plain
    guarded.mfaSerial = "phone"
    #expect(questions([plain]) == [])
    #expect(questions([guarded]) == [code])
    #expect(questions([guarded], sharing: false) == [.code(device: "phone", owner: "a")])
    #expect(questions([plain, guarded]) == [.code(device: "phone", owner: "a")])
    guarded.durationSeconds = 7200
    #expect(questions([guarded]) == [.code(device: "phone", owner: "a")])
    guarded.mfaProcess = "code"
    #expect(questions([guarded]) == [])
  }
}

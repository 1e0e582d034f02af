import AWSConfig
import Secrets
import Testing
@testable import Switchback

struct CredentialQuestionTests {
  private let code = CredentialQuestion.code(device: "phone", owner: "AKIA")

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

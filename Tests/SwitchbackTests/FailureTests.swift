import Accounts
import Credentials
import STS
import Testing

@testable import Switchback

struct FailureTests {
  static let asked = Asked(.getCallerIdentity)

  @Test(arguments: [
    (CredentialProblem.processCircle(["p", "p"]) as any Error, 2),
    (CredentialProblem.stillLocked("p", seconds: 45), 3),
    (CredentialProblem.tookTooLong(seconds: 50), 3),
    (CredentialProblem.processCodeRefused(device: "d"), 3),
    (Problem.invalid(["The external id is too long."], asked), 2),
    (Problem.outOfTime(seconds: 45, asked), 3),
    (Problem.refused(Refusal(code: "AccessDenied", message: "", httpStatus: 403), asked), 3),
    (CancellationError(), 130), (Failure.input("x"), 2),
  ])
  func hasTheStatusOfWhoIsAtFault(_ error: any Error, _ status: Int) {
    #expect(Failure(error).status == Int32(status))
  }

  @Test func showsNoSecretThatStandsInAnothersPlace() {
    let key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    let login = LoginProblem.notApproved(login: key, name: nil)
    #expect(Failure(login).description.contains("'••••'"))
    #expect(
      Failure.input("at https://bob:hunter2@host/ of \(key)").description
        == "at https://••••@host/ of ••••")
  }

  @Test func namesTheEntryOnce() {
    let problem = CredentialProblem.processCircle(["prod", "prod"])
    #expect(Failure(problem, entry: "prod").description == "\(problem)")
    #expect(Failure(problem, entry: "other").description == "other: \(problem)")
  }
}

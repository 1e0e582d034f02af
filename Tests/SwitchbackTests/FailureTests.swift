import AWSClient
import Accounts
import Batch
import Credentials
import Testing
@testable import Switchback

struct FailureTests {
  static let asked = RequestContext(.getCallerIdentity)

  @Test(arguments: [
    (CredentialError.processLoop(["p", "p"]) as any Error, 2),
    (CredentialError.stillLocked("p", seconds: 45), 3),
    (CredentialError.tookTooLong(seconds: 50), 3),
    (CredentialError.processCodeRefused(device: "d"), 3),
    (ServiceError.invalid(["The external id is too long."], asked), 2),
    (ServiceError.timedOut(seconds: 45, asked), 3),
    (
      ServiceError.refused(
        ErrorResponse(code: "AccessDenied", message: "", httpStatus: 403), asked), 3
    ),
    (CancellationError(), 130), (CommandError.input("x"), 2),
  ])
  func hasTheStatusOfWhoIsAtFault(_ error: any Error, _ status: Int) {
    #expect(CommandError(error).status == Int32(status))
  }

  @Test func aSelectionWithoutEntriesHasItsStatus() {
    let configuration = Configuration.read(in: .stub())
    for (selection, status) in [
      (Selection(groups: ["web"]), 1), (Selection(patterns: ["x*"]), 1),
      (Selection(names: ["pro"]), 2),
    ] as [(Selection, Int32)] {
      let error = #expect(throws: CommandError.self) { try selection.entries(in: configuration) }
      #expect(error?.status == status)
    }
  }

  @Test func showsNoSecretThatStandsInAnothersPlace() {
    let key = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"
    let login = LoginError.notApproved(login: key, name: nil)
    #expect(CommandError(login).description.contains("'••••'"))
    #expect(
      CommandError.input("at https://bob:hunter2@host/ of \(key)").description
        == "at https://••••@host/ of ••••")
  }

  @Test func namesTheEntryOnce() {
    let problem = CredentialError.processLoop(["prod", "prod"])
    #expect(CommandError(problem, entry: "prod").description == "\(problem)")
    #expect(CommandError(problem, entry: "other").description == "other: \(problem)")
  }
}

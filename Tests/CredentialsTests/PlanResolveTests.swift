import AWSClient
import AWSConfig
import Credentials
import Foundation
import Sandbox
import Secrets
import Synchronization
import Testing

private let maya = "arn:aws:iam::111111111111:user/maya"
private let guarded = "arn:aws:iam::222222222222:role/Guarded"

/// The driver of credentials asks for codes and logins, and always releases its locks.
struct PlanResolveTests {
  let wire = Wire(roles: [Role(arn: guarded, trust: TrustPolicy([maya], requiresMFA: true))])

  private var plan: Plan {
    Plan(
      name: "p", chain: chain(hop(guarded, device: Wire.device)), services: Wire.services)
  }

  @Test func asksAgainAfterAWrongCode() async throws {
    let right = try code()
    let wrong = Secret(right.revealed == "000000" ? "000001" : "000000")
    let reasons = Mutex<[CodeRequest.Reason]>([])
    let session = try await plan.resolve(
      with: wire.dependencies(),
      askForCode: { request in
        reasons.withLock {
          $0.append(request.reason)
          return $0.count == 1 ? wrong : right
        }
      })
    #expect(reasons.withLock { $0 } == [.first, .wrong])
    #expect(session.keys.accountID == "222222222222")
    #expect(plan.hasSession(in: wire.dependencies()))
  }

  @Test func withoutAFunctionToAskWithTheLockIsFreeAfterwards() async throws {
    for _ in 0..<2 { await expectCodeNeeded() }
    #expect(!plan.hasSession(in: wire.dependencies()))
  }

  @Test func aCancelledQuestionReleasesTheLock() async throws {
    let (questions, asked) = AsyncStream.makeStream(of: CodeRequest.self)
    let call = Task { [plan, wire] in
      try await plan.resolve(
        with: wire.dependencies(),
        askForCode: { request in
          asked.yield(request)
          try await Task.sleep(for: .seconds(600))
          throw Unexpected()
        })
    }
    for await question in questions {
      #expect(question == CodeRequest(device: Wire.device, roleARN: guarded))
      break
    }
    call.cancel()
    await #expect(throws: CancellationError.self) { try await call.value }
    await expectCodeNeeded()
  }

  @Test func othersWaitWhileACodeIsAskedFor() async throws {
    let right = try code()
    let session = try await plan.resolve(
      with: wire.dependencies(),
      askForCode: { [plan, wire] _ in
        await #expect(throws: CredentialError.stillLocked("the session of p", seconds: 45)) {
          try await plan.resolve(with: wire.dependencies())
        }
        return right
      })
    #expect(try await plan.resolve(with: wire.dependencies()).keys == session.keys)
    #expect(wire.calls.count == 1)
  }

  @Test func asksForOneLogin() async throws {
    let login = LoginWire.corp
    let source = SSOSource(
      profile: "p", login: login, accountID: "111111111111", roleName: "Admin")
    let plan = Plan(
      name: "p", chain: RoleChain(profile: "p", base: .sso(source)), services: Wire.services)
    let logins = Mutex(0)
    await #expect(throws: LoginNeededError.self) {
      try await plan.resolve(
        with: wire.dependencies(),
        logIn: { needed in
          #expect(needed.login == login)
          logins.withLock { $0 += 1 }
        })
    }
    #expect(logins.withLock { $0 } == 1)
  }

  @Test func aTimeLimitWithinAnotherIsTheOuterOne() async throws {
    try await withTimeout {
      let outer = CallDeadline.end
      #expect(outer != nil)
      await Task.yield()
      try await withTimeout { #expect(CallDeadline.end == outer) }
    }
    #expect(CallDeadline.end == nil)
  }

  private func expectCodeNeeded() async {
    let error = await #expect(throws: CodeNeededError.self) {
      try await plan.resolve(with: wire.dependencies())
    }
    #expect(error?.entry == "p" && error?.request.device == Wire.device)
  }
}

import AWSClient
import AWSConfig
import Credentials
import Foundation
import Sandbox
import Secrets
import Testing

private let maya = "arn:aws:iam::111111111111:user/maya"
private let first = "arn:aws:iam::222222222222:role/First"
private let guarded = "arn:aws:iam::222222222222:role/Guarded"

/// Many at once make one call and ask for one code; they wait for each other for real, which takes
/// milliseconds.
struct CrowdTests {
  let wire = Wire(roles: [
    Role(arn: first, trust: TrustPolicy([maya])),
    Role(arn: guarded, trust: TrustPolicy([maya], requiresMFA: true)),
  ])

  @Test func oneOfThemAsks() async throws {
    let answers = try await crowd(chain(hop(first)), wire.dependencies(patience: .system))
    #expect(Set(answers.map(\.keys)).count == 1 && wire.calls.count == 1)
  }

  @Test func oneOfThemRunsTheMFAProcess() async throws {
    let dependencies = wire.dependencies(printing: try code().revealed, patience: .system)
    let chain = chain(hop(guarded, device: Wire.device, process: "print"))
    let answers = try await crowd(chain, dependencies)
    #expect(Set(answers.map(\.keys)).count == 1 && wire.calls.count == 1)
  }

  @Test func theOthersWaitWhileACodeIsAskedFor() async throws {
    let chain = chain(hop(guarded, device: Wire.device))
    var asker = obtaining(chain)
    guard case .codeNeeded = try await asker.proceed(through: wire.dependencies()) else {
      throw Unexpected()
    }
    await #expect(throws: CredentialError.stillLocked("the session of p", seconds: 45)) {
      try await wire.session(chain)
    }
    _ = try await asker.proceed(code: code(), through: wire.dependencies())
    #expect(try await wire.session(chain).keys.accountID == "222222222222")
    #expect(wire.calls.count == 1)
  }

  @Test func aDroppedRequestLetsTheNextOneAsk() async throws {
    let chain = chain(hop(guarded, device: Wire.device))
    do {
      var asker = obtaining(chain)
      _ = try await asker.proceed(through: wire.dependencies())
    }
    var next = obtaining(chain)
    guard case .codeNeeded = try await next.proceed(through: wire.dependencies()) else {
      throw Unexpected()
    }
  }

  @Test func afterAFailureTheNextOneAsks() async throws {
    let failing = wire.dependencies(answering: { _ in refused(403, "AccessDenied") })
    var way = obtaining(chain(hop(first)))
    await #expect(throws: ServiceError.self) { _ = try await way.proceed(through: failing) }
    _ = try await wire.session(chain(hop(first)))
    // The same value, too, may try again.
    guard case .done = try await way.proceed(through: wire.dependencies()) else {
      throw Unexpected()
    }
  }

  private func crowd(_ chain: RoleChain, _ dependencies: CredentialDependencies) async throws
    -> [Session]
  {
    try await withThrowingTaskGroup(of: Session.self) { group in
      for _ in 0..<20 { group.addTask { try await wire.session(chain, dependencies) } }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }
}

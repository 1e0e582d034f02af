import AWSConfig
import Accounts
import Credentials
import Foundation
import STS
import Sandbox
import Secrets
import Testing

private let maya = "arn:aws:iam::111111111111:user/maya"
private let first = "arn:aws:iam::222222222222:role/First"
private let second = "arn:aws:iam::333333333333:role/path/Second"

struct ObtainingTests {
  let wire = Wire(roles: [
    Role(arn: first, trust: TrustPolicy([maya])), Role(arn: second, trust: TrustPolicy([first])),
  ])

  @Test func storedKeysAskNobody() async throws {
    var way = try obtaining(chain())
    guard case .done(let session) = try await way.proceed(through: wire.outside()) else {
      throw Unexpected()
    }
    #expect(session.keys.accessKeyID == "AKIAIOSFODNN7EXAMPLE")
    #expect(wire.calls.isEmpty && wire.kept("p") == nil)
  }

  @Test func everyHopIsAssumedFromTheOneBefore() async throws {
    let session = try await session(chain(hop(first), hop(second)))
    #expect(session.keys.accountID == "333333333333")
    #expect(session.arn?.hasPrefix("arn:aws:sts::333333333333:assumed-role/Second/") == true)
    #expect(wire.calls.map { $0.parameters["RoleArn"] } == [first, second])
    #expect(wire.kept("p") == session)
  }

  @Test func aHeldSessionIsUsedAgain() async throws {
    let before = try await session(chain(hop(first)))
    let after = try await session(chain(hop(first)))
    #expect(after == before && wire.calls.count == 1)
  }

  @Test func aHeldSessionWithLessThan15MinutesLeftIsNot() async throws {
    _ = try await session(chain(hop(first)))
    var way = try obtaining(chain(hop(first)))
    _ = try await way.proceed(through: wire.outside(at: Wire.now + 45 * 60))
    #expect(wire.calls.count == 1)
    way = try obtaining(chain(hop(first)))
    _ = try await way.proceed(through: wire.outside(at: Wire.now + 45 * 60 + 1))
    #expect(wire.calls.count == 2)
  }

  @Test func aHeldSessionOfAnotherChainIsNot() async throws {
    _ = try await session(chain(hop(first)))
    _ = try await session(chain(hop(first, externalID: "ours")))
    _ = try await session(chain(hop(first), hop(second)))
    #expect(wire.calls.count == 4)
  }

  @Test func aRotatedSecretIsAnotherChain() async throws {
    _ = try await session(chain(hop(first)))
    await #expect(throws: Problem.self) {
      try await session(chain(hop(first), secret: "rotated"))
    }
  }

  @Test func anAnswerOfAnotherAccountIsThrownAway() async throws {
    let outside = wire.outside { answer in
      let text = String(decoding: answer.body, as: UTF8.self)
      return HTTPResponse(
        status: answer.status, headers: answer.headers,
        body: Array(text.replacingOccurrences(of: "222222222222", with: "999999999999").utf8))
    }
    var way = try obtaining(chain(hop(first)))
    await #expect(
      throws: CredentialProblem.wrongAccount(
        role: first, expected: "222222222222", answered: "999999999999")
    ) { _ = try await way.proceed(through: outside) }
    #expect(wire.kept("p") == nil)
  }

  @Test func keysOfTheEnvironmentWhoseTimeIsOverAreNotUsed() async throws {
    let end = Wire.now - 1
    var keys = Keys(accessKeyID: "ASIAEXAMPLE", secretAccessKey: Secret("s"))
    keys.expiration = end
    var way = try obtaining(RoleChain(profile: nil, base: .environment(keys)))
    await #expect(throws: CredentialProblem.environmentExpired(at: end)) {
      _ = try await way.proceed(through: wire.outside())
    }
  }

  @Test func whatIsNotBuiltYetSaysSo() {
    let chain = RoleChain(profile: "p", base: .later(.sso, profile: "p"))
    #expect(throws: CredentialProblem.notYet(.sso, profile: "p")) { try obtaining(chain) }
  }

  private func session(_ chain: RoleChain) async throws -> Session {
    var way = try obtaining(chain)
    guard case .done(let session) = try await way.proceed(through: wire.outside()) else {
      throw Unexpected()
    }
    return session
  }
}

struct Unexpected: Error {}

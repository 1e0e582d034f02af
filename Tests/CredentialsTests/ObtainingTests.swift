import AWSClient
import AWSConfig
import Accounts
import Credentials
import Foundation
import Sandbox
import Secrets
import Synchronization
import Testing

private let maya = "arn:aws:iam::111111111111:user/maya"
private let first = "arn:aws:iam::222222222222:role/First"
private let second = "arn:aws:iam::333333333333:role/path/Second"

struct ObtainingTests {
  let wire = Wire(roles: [
    Role(arn: first, trust: TrustPolicy([maya])), Role(arn: second, trust: TrustPolicy([first])),
  ])

  @Test func storedKeysNeedNoRequest() async throws {
    let session = try await wire.session(chain())
    #expect(session.keys.accessKeyID == "AKIAIOSFODNN7EXAMPLE")
    #expect(wire.calls.isEmpty && wire.kept("p", chain()) == nil)
  }

  @Test func everyHopIsAssumedFromTheOneBefore() async throws {
    let session = try await wire.session(chain(hop(first), hop(second)))
    #expect(session.keys.accountID == "333333333333")
    #expect(session.arn?.hasPrefix("arn:aws:sts::333333333333:assumed-role/Second/") == true)
    #expect(wire.calls.map { $0.parameters["RoleArn"] } == [first, second])
    let kept = try #require(wire.kept("p", chain(hop(first), hop(second))))
    #expect(kept.obtained == Wire.now && kept == session)
  }

  @Test func saysWhichRoleAWSIsAskedForAndHowOften() async throws {
    let told = Mutex<[RoleCall]>([])
    let answers = Mutex(0)
    var dependencies = wire.dependencies(answering: { _ in
      answers.withLock { $0 += 1 }
      return answers.withLock { $0 } == 2 ? HTTPResponse(status: 503) : nil
    })
    dependencies.tell = { call in told.withLock { $0.append(call) } }
    var services = Wire.services
    services.attempts = 3
    var way = CredentialRequest(
      entry: "p", chain: chain(hop(first), hop(second)), services: services)
    guard case .done = try await way.proceed(through: dependencies) else { throw Unexpected() }
    #expect(
      told.withLock { $0 } == [
        RoleCall(roleName: "First", accountID: "222222222222", attempt: 1),
        RoleCall(roleName: "Second", accountID: "333333333333", attempt: 1),
        RoleCall(roleName: "Second", accountID: "333333333333", attempt: 2),
      ])
  }

  @Test func aHeldSessionIsUsedAgain() async throws {
    let before = try await wire.session(chain(hop(first)))
    let after = try await wire.session(chain(hop(first)))
    #expect(after == before && wire.calls.count == 1)
  }

  /// AWS's time as it was learnt, and this machine's: what either says is over is asked for anew.
  @Test(arguments: [
    (0.0, 0.0, 1), (2_700, 2_700, 1), (-86_400, 2_700, 1), (-86_400, 2_701, 2), (2_701, -86_400, 2),
    (-86_400, 86_400, 2),
  ])
  func noClockMakesAHeldSessionLastLonger(
    _ aws: TimeInterval, _ machine: TimeInterval, _ calls: Int
  ) async throws {
    _ = try await wire.session(chain(hop(first)))
    var dependencies = wire.dependencies(at: Wire.now + aws)
    dependencies.timing.machineNow = { Wire.now + machine }
    _ = try? await wire.session(chain(hop(first)), dependencies)
    #expect(wire.calls.count == calls)
  }

  @Test func aHeldSessionWithLessThan15MinutesLeftIsNot() async throws {
    _ = try await wire.session(chain(hop(first)))
    _ = try await wire.session(chain(hop(first)), wire.dependencies(at: Wire.now + 45 * 60))
    #expect(wire.calls.count == 1)
    _ = try await wire.session(chain(hop(first)), wire.dependencies(at: Wire.now + 45 * 60 + 1))
    #expect(wire.calls.count == 2)
  }

  @Test func whatIsChosenDoesNotPushOutWhatWasHeld() async throws {
    var narrow = hop(first)
    narrow.policyARNs = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
    for chain in [chain(hop(first)), chain(narrow), chain(hop(first)), chain(narrow)] {
      _ = try await wire.session(chain)
    }
    #expect(wire.calls.count == 2)
  }

  @Test func entriesShareTheRolesThatTheyHaveInCommon() async throws {
    let base = hop(first, profile: "first")
    _ = try await wire.session(chain(base, hop(second)))
    _ = try await wire.session(chain(base, hop(second, externalID: "ours")), entry: "other")
    _ = try await wire.session(chain(base), entry: "first")
    #expect(wire.calls.map { $0.parameters["RoleArn"] } == [first, second, second])
  }

  @Test func aRotatedSecretIsAnotherChain() async throws {
    _ = try await wire.session(chain(hop(first)))
    await #expect(throws: ServiceError.self) {
      try await wire.session(chain(hop(first), secret: "rotated"))
    }
  }

  @Test func anAnswerOfAnotherAccountIsThrownAway() async throws {
    let dependencies = wire.dependencies(tampering: { answer in
      let text = String(decoding: answer.body, as: UTF8.self)
      return HTTPResponse(
        status: answer.status, headers: answer.headers,
        body: Array(text.replacingOccurrences(of: "222222222222", with: "999999999999").utf8))
    })
    await #expect(
      throws: CredentialError.wrongAccount(
        role: first, expected: "222222222222", answered: "999999999999")
    ) { try await wire.session(chain(hop(first)), dependencies) }
    #expect(wire.kept("p", chain(hop(first))) == nil)
  }

  @Test func keysOfTheEnvironmentWhoseTimeIsOverAreNotUsed() async throws {
    let end = Wire.now - 1
    var keys = AWSCredentials(accessKeyID: "ASIAEXAMPLE", secretAccessKey: Secret("s"))
    keys.expiration = end
    await #expect(throws: CredentialError.environmentExpired(at: end)) {
      try await wire.session(RoleChain(profile: nil, base: .environment(keys)))
    }
  }

  /// As saml2aws writes them.
  @Test func storedKeysWhoseTimeIsOverAreNotUsed() async throws {
    let end = Date(timeIntervalSince1970: Wire.now.timeIntervalSince1970.rounded() - 1)
    let text = """
      [saml]
      aws_access_key_id = ASIAEXAMPLE
      aws_secret_access_key = s
      aws_session_token = t
      x_security_token_expires = \(end.formatted(.iso8601))
      """
    let config = SharedConfig(
      config: [], configPath: "config", credentials: Array(text.utf8),
      credentialsPath: "credentials")
    let chain = try config.chain(for: "saml", environment: [:])
    await #expect(throws: CredentialError.storedKeysExpired(profile: "saml", at: end)) {
      try await wire.session(chain)
    }
  }

  @Test func allThatARoleIsAssumedWithIsSent() async throws {
    var hop = hop(first, externalID: "ours", seconds: 900)
    hop.sourceIdentity = "maya"
    hop.tags = [SessionOptions.Tag("team", "blue")]
    hop.policyARNs = ["arn:aws:iam::aws:policy/ReadOnlyAccess"]
    hop.policy = "{}"
    let requests = Requests()
    let dependencies = wire.dependencies(answering: { request in
      requests.add(request)
      return granted(
        "AssumeRole", key: "ASIA", arn: "arn:aws:sts::222222222222:assumed-role/First/s")
    })
    _ = try await wire.session(chain(hop), dependencies)
    let sent = try #require(requests.all.first).parameters
    #expect(sent["ExternalId"] == "ours" && sent["DurationSeconds"] == "900")
    #expect(sent["SourceIdentity"] == "maya" && sent["Policy"] == "{}")
    #expect(sent["Tags.member.1.Key"] == "team" && sent["Tags.member.1.Value"] == "blue")
    #expect(sent["PolicyArns.member.1.arn"] == "arn:aws:iam::aws:policy/ReadOnlyAccess")
    #expect(sent["RoleSessionName"] == "switchback-1790000000" && sent["SerialNumber"] == nil)
  }
}

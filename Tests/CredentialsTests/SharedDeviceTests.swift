import AWSClient
import AWSConfig
import Credentials
import Foundation
import Sandbox
import Secrets
import Testing

private let maya = "arn:aws:iam::111111111111:user/maya"
private let one = "arn:aws:iam::222222222222:role/One"
private let other = "arn:aws:iam::333333333333:role/Other"

/// One code for all the roles behind a device.
struct SharedDeviceTests {
  let wire = Wire(
    roles: [one, other].map {
      Role(arn: $0, trust: TrustPolicy([maya], requiresMFA: true), maxSessionDuration: 7200)
    })

  @Test func oneCodeServesEveryRoleBehindTheDevice() async throws {
    _ = try await session(one, entry: "one", typing: try code())
    _ = try await session(other, entry: "other", typing: nil)
    #expect(wire.operations == ["GetSessionToken", "AssumeRole", "AssumeRole"])
    #expect(
      wire.calls.allSatisfy { $0.operation != "AssumeRole" || $0.parameters["SerialNumber"] == nil }
    )
  }

  @Test func isNoEntryOfItsOwn() async throws {
    _ = try await session(one, entry: "one", typing: try code())
    #expect(Array(wire.sessions.ends(at: Wire.now).keys) == ["one"])
  }

  @Test func isNotSharedWhereAnHourWouldNotDo() async throws {
    _ = try await session(one, entry: "one", seconds: 7200, typing: try code())
    #expect(wire.operations == ["AssumeRole"])
    #expect(
      wire.said.count == 1 && wire.said[0].contains("one needs its own MFA code"))
  }

  @Test func isNotSharedWhereTheUsersKeysAreTemporary() async throws {
    let keys = AWSCredentials(
      accessKeyID: "ASIAEXAMPLE", secretAccessKey: Secret("s"), sessionToken: Secret("t"))
    var chain = RoleChain(
      profile: "p", base: .environment(keys), hops: [hop(one, device: Wire.device)])
    chain.sharesDevice = true
    let requests = Requests()
    let dependencies = wire.dependencies(answering: { request in
      requests.add(request)
      return refused(403, "AccessDenied")
    })
    var way = obtaining(chain)
    _ = try await way.proceed(through: dependencies)
    await #expect(throws: ServiceError.self) {
      _ = try await way.proceed(code: code(), through: dependencies)
    }
    #expect(requests.all.map { $0.parameters["Action"] } == ["AssumeRole"])
  }

  @Test func anExpiredOneIsDroppedAndRenewedOnce() async throws {
    _ = try await session(one, entry: "one", typing: try code())
    let next = Wire.now + 60
    let refusing = wire.dependencies(
      at: next,
      answering: { request in
        let isKept = request.headers.contains { $0.name.lowercased() == "x-amz-security-token" }
        return isKept ? refused(403, "ExpiredToken", "expired") : nil
      })
    var way = obtaining(shared(other), entry: "other")
    guard case .codeNeeded = try await way.proceed(through: refusing) else { throw Unexpected() }
    guard
      case .done = try await way.proceed(code: code(at: next), through: wire.dependencies(at: next))
    else { throw Unexpected() }
    #expect(wire.operations.filter { $0 == "GetSessionToken" }.count == 2)
  }

  private func session(
    _ role: String, entry: String, seconds: Int? = nil, typing code: Secret?
  ) async throws -> Session {
    var way = obtaining(shared(role, seconds: seconds), entry: entry)
    var step = try await way.proceed(through: wire.dependencies())
    if case .codeNeeded = step {
      step = try await way.proceed(code: code, through: wire.dependencies())
    }
    guard case .done(let session) = step else { throw Unexpected() }
    return session
  }

  private func shared(_ role: String, seconds: Int? = nil) -> RoleChain {
    chain(hop(role, device: Wire.device, seconds: seconds), sharesDevice: true)
  }
}

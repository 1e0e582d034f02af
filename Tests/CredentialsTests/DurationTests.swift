import AWSClient
import AWSConfig
import Foundation
import Sandbox
import Secrets
import Testing

private let maya = "arn:aws:iam::111111111111:user/maya"
private let first = "arn:aws:iam::222222222222:role/First"
private let second = "arn:aws:iam::333333333333:role/Second"

/// AWS allows an hour where a role is assumed with temporary keys.
struct DurationTests {
  let wire = Wire(roles: [
    Role(arn: first, trust: TrustPolicy([maya])), Role(arn: second, trust: TrustPolicy([first])),
  ])

  @Test func aRoleBehindARoleIsAskedForAnHourAndThatIsSaid() async throws {
    _ = try await wire.session(chain(hop(first), hop(second, seconds: 7200)))
    #expect(wire.calls.map { $0.parameters["DurationSeconds"] } == [nil, "3600"])
    #expect(wire.said.count == 1)
    #expect(wire.said.first?.hasPrefix("p: the session lasts one hour, not 2h") == true)
  }

  @Test func withTheKeysOfAUserItIsAskedForAsItIs() async throws {
    let dependencies = wire.dependencies(answering: { request in
      #expect(request.parameters["DurationSeconds"] == "7200")
      return granted(
        "AssumeRole", key: "ASIA", arn: "arn:aws:sts::222222222222:assumed-role/First/s")
    })
    _ = try await wire.session(chain(hop(first, seconds: 7200)), dependencies)
    #expect(wire.said.isEmpty)
  }

  @Test func withTemporaryKeysTheFirstRoleIsChainedToo() async throws {
    let keys = AWSCredentials(
      accessKeyID: "ASIAEXAMPLE", secretAccessKey: Secret("s"), sessionToken: Secret("t"))
    let dependencies = wire.dependencies(answering: { request in
      #expect(request.parameters["DurationSeconds"] == "3600")
      return granted(
        "AssumeRole", key: "ASIA", arn: "arn:aws:sts::222222222222:assumed-role/First/s")
    })
    let chain = RoleChain(
      profile: "p", base: .environment(keys), hops: [hop(first, seconds: 43_200)])
    _ = try await wire.session(chain, dependencies)
    #expect(wire.said.count == 1)
  }

  @Test func whatAWSWouldRefuseIsNotSent() async throws {
    await #expect(throws: ServiceError.self) {
      try await wire.session(chain(hop(first, seconds: 60)))
    }
    #expect(wire.calls.isEmpty)
  }
}

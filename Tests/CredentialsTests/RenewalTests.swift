import AWSClient
import AWSConfig
import Credentials
import Foundation
import Secrets
import Testing

private let first = "arn:aws:iam::222222222222:role/First"
private let second = "arn:aws:iam::333333333333:role/Second"

/// A source whose keys expired is got anew, once.
struct RenewalTests {
  let wire = Wire()

  @Test func storedKeysAreNotAskedWithTwice() async throws {
    let requests = Requests()
    await #expect(throws: ServiceError.self) {
      try await wire.session(chain(hop(first)), expiring(requests, times: 9))
    }
    #expect(requests.all.count == 1)
  }

  @Test func aProcessRunsAgain() async throws {
    let requests = Requests()
    let session = try await wire.session(processChain, expiring(requests, times: 1))
    #expect(session.keys.accessKeyID == "ASIAFRESH")
    #expect(wire.programs.count == 2 && requests.all.count == 2)
  }

  @Test func onlyOnce() async throws {
    let requests = Requests()
    await #expect(throws: ServiceError.self) {
      try await wire.session(processChain, expiring(requests, times: 9))
    }
    #expect(wire.programs.count == 2 && requests.all.count == 2)
  }

  @Test func aRoleThatOthersFollowIsAssumedAgain() async throws {
    let requests = Requests()
    let ways = chain(hop(first, profile: "first"), hop(second))
    _ = try await wire.session(chain(hop(first)), entry: "first", expiring(requests, times: 0))
    let dependencies = wire.dependencies(
      printing: "",
      answering: { request in
        requests.add(request)
        let role = request.parameters["RoleArn"] ?? ""
        let isLate = requests.all.count == 2
        return isLate ? refused(403, "ExpiredToken", "expired") : grantedRole(role)
      })
    _ = try await wire.session(ways, dependencies)
    #expect(requests.all.map { $0.parameters["RoleArn"] } == [first, second, first, second])
  }

  private var processChain: RoleChain {
    let source = ProcessSource(profile: "base", command: "print", words: ["print"])
    return RoleChain(profile: "p", base: .process(source), hops: [hop(first)])
  }

  private func expiring(_ requests: Requests, times: Int) -> CredentialDependencies {
    wire.dependencies(
      printing: #"{"Version":1,"AccessKeyId":"AK","SecretAccessKey":"s","SessionToken":"t"}"#,
      answering: { request in
        requests.add(request)
        guard requests.all.count > times else {
          return refused(
            403, "ExpiredToken", "The security token included in the request is expired")
        }
        return grantedRole(request.parameters["RoleArn"] ?? "")
      })
  }
}

private func grantedRole(_ role: String) -> HTTPResponse {
  let account = role.split(separator: ":")[3]
  return granted(
    "AssumeRole", key: "ASIAFRESH", arn: "arn:aws:sts::\(account):assumed-role/Role/session")
}

import AWSClient
import AWSConfig
import Credentials
import Foundation
import Secrets
import Testing

private let role = "arn:aws:iam::222222222222:role/Web"

struct WebIdentityTests {
  let wire = Wire()
  let requests = Requests()

  @Test func sendsTheTokenThatTheFileHoldsNowWithoutItsLastLineBreak() async throws {
    let session = try await wire.session(chain(), dependencies(["/token": "jwtjwtjwt\n"]))
    #expect(session.keys.accessKeyID == "ASIAWEB" && session.keys.accountID == "222222222222")
    let sent = try #require(requests.all.first).parameters
    #expect(sent["WebIdentityToken"] == "jwtjwtjwt" && sent["RoleSessionName"] == "mine")
    #expect(requests.all.first?.headers.contains { $0.name == "Authorization" } == false)
  }

  @Test func isKept() async throws {
    for _ in 0..<2 { _ = try await wire.session(chain(), dependencies(["/token": "jwtjwtjwt"])) }
    #expect(requests.all.count == 1)
  }

  @Test(arguments: [[:], ["/token": ""], ["/token": "\n"]])
  func saysWhichFileHasNone(_ files: [String: String]) async throws {
    await #expect { try await wire.session(chain(), dependencies(files)) } throws: {
      "\($0)".contains("/token") && "\($0)".contains("'p'")
    }
    #expect(requests.all.isEmpty)
  }

  private func chain() -> RoleChain {
    RoleChain(
      profile: "p",
      base: .webIdentity(
        WebIdentitySource(profile: "p", roleARN: role, roleSessionName: "mine", tokenFile: "/token")
      ))
  }

  private func dependencies(_ files: [String: String]) -> CredentialDependencies {
    wire.dependencies(
      files: files,
      answering: { [requests] request in
        requests.add(request)
        return granted(
          "AssumeRoleWithWebIdentity", key: "ASIAWEB",
          arn: "arn:aws:sts::222222222222:assumed-role/Web/mine")
      })
  }
}

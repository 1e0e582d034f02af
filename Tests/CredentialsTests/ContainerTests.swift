import AWSClient
import AWSConfig
import Credentials
import Foundation
import Testing

/// What the container's endpoint is asked with.
struct ContainerTests {
  let wire = Wire()
  let requests = Requests()

  @Test func theTokenFileIsReadNow() async throws {
    _ = try await wire.session(chain(.file("/token")), dependencies(["/token": "Basic abc"]))
    #expect(requests.all.first?.headers.first { $0.name == "Authorization" }?.value == "Basic abc")
  }

  @Test func aTokenWithALineBreakIsNotSent() async throws {
    for files in [["/token": "Basic abc\n"], [:]] {
      await #expect {
        try await wire.session(chain(.file("/token")), dependencies(files))
      } throws: {
        "\($0)".contains("/token") && !"\($0)".contains("abc")
      }
    }
    #expect(requests.all.isEmpty)
  }

  private func chain(_ authorization: ContainerSource.Authorization) -> RoleChain {
    RoleChain(
      profile: nil,
      base: .container(
        ContainerSource(url: "http://127.0.0.1:3/creds", authorization: authorization)))
  }

  private func dependencies(_ files: [String: String]) -> CredentialDependencies {
    let body = """
      {"AccessKeyId": "ASIAECS", "SecretAccessKey": "s", "Token": "t", "Expiration": "2026-09-21T15:13:20Z"}
      """
    // The deadline of this call is short, and must not be slept through at once.
    return wire.dependencies(
      files: files, patience: .system,
      answering: { [requests] request in
        requests.add(request)
        return HTTPResponse(status: 200, body: Array(body.utf8))
      })
  }
}

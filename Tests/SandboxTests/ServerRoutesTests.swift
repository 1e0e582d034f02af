import Foundation
import Sandbox
import Testing

struct ServerRoutesTests {
  @Test func servesAMachinesMetadataByPut() async throws {
    var cloud = FakeAWS.sample()
    cloud.instance = Instance(roleARN: roleARN("Builder"))
    try await withServer(cloud) { server in
      let head = """
        PUT /latest/api/token HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nConnection: close\r
        x-aws-ec2-metadata-token-ttl-seconds: 21600\r\n\r\n
        """
      #expect(reply(head, server).hasPrefix("HTTP/1.1 200 "))
      let other = head.replacingOccurrences(of: "/latest/api/token", with: "/latest/api/other")
      #expect(reply(other, server).hasPrefix("HTTP/1.1 405 "))
    }
  }

  @Test func tellsDevicesWhereToBeApproved() async throws {
    try await withServer(.office()) { server in
      var cloud = FakeAWS.office()
      let body = cloud.client().proof.merging(["startUrl": .startURL]) { $1 }
      let refused = try post("/device_authorization", body, server)
      #expect(refused.hasPrefix("HTTP/1.1 401 "))
      #expect(refused.contains("x-amzn-ErrorType: InvalidClientException\r\n"))
      let client = try post(
        "/client/register", ["clientName": "tests", "clientType": "public"], server)
      let proof = try #require(client.components(separatedBy: "\r\n\r\n").last)
      let known = try JSONDecoder().decode(Known.self, from: Data(proof.utf8))
      let started = try post(
        "/device_authorization",
        ["clientId": known.clientId, "clientSecret": known.clientSecret, "startUrl": .startURL],
        server)
      #expect(started.contains(#""verificationUri":"\#(server.url)/device""#))
    }
  }
}

private struct Known: Decodable {
  var clientId, clientSecret: String
}

private func post(
  _ path: String, _ body: [String: String], _ server: SandboxServer
) throws -> String {
  let text = String(decoding: try JSONEncoder().encode(body), as: UTF8.self)
  let head = """
    POST \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(server.port)\r\nConnection: close\r
    Content-Type: application/json\r\nContent-Length: \(text.utf8.count)\r\n\r\n
    """
  return reply(head + text, server)
}

import Foundation
import Sandbox
import Testing

struct DeviceLoginTests {
  private var cloud = FakeAWS.office(approvesAutomatically: 2)

  @Test mutating func givesACodeForTheUser() {
    let device = cloud.device(of: cloud.client())
    let code = device.json("userCode") ?? ""
    #expect(code.wholeMatch(of: /[B-Z]{4}-[B-Z]{4}/) != nil)
    #expect(device.json("verificationUri") == "\(origin)/device")
    #expect(device.json("verificationUriComplete") == "\(origin)/device?user_code=\(code)")
    #expect(device.json("expiresIn") == "600" && device.json("interval") == "5")
  }

  @Test mutating func waitsUntilItIsApproved() {
    let client = cloud.client()
    let device = cloud.device(of: client)
    let replies = (0..<3).map { cloud.poll(client, device, at: now + 5 * Double($0)) }
    #expect(replies.map(\.status) == [400, 400, 200])
    #expect(
      replies[0].jsonRefusal == "400 authorization_pending: Authorization is pending")
    #expect(replies[2].json("expiresIn") == "28800" && replies[2].json("tokenType") == "Bearer")
    #expect(replies[2].json("refreshToken") != nil)
  }

  @Test mutating func refreshesNothingWithoutAScope() {
    var cloud = FakeAWS.office()
    let client = cloud.client(["scopes": [String]()])
    let reply = cloud.poll(client, cloud.device(of: client))
    #expect(reply.status == 200 && reply.json("refreshToken") == nil)
  }

  @Test mutating func slowsDownPollsThatComeTooOften() {
    let client = cloud.client()
    let device = cloud.device(of: client)
    let errors = [0, 4, 14, 20].map { cloud.poll(client, device, at: now + $0).json("error") }
    let (pending, slowDown) = ("authorization_pending", "slow_down")
    #expect(errors == [pending, slowDown, pending, slowDown])
  }

  @Test mutating func endsWithItsTime() {
    let client = cloud.client()
    let device = cloud.device(of: client)
    #expect(cloud.poll(client, device, at: now + 600).json("error") == "expired_token")
  }

  @Test mutating func givesOneTokenForACode() {
    var cloud = FakeAWS.office()
    let client = cloud.client()
    let device = cloud.device(of: client)
    #expect(cloud.poll(client, device).status == 200)
    #expect(cloud.poll(client, device, at: now + 60).json("error") == "invalid_grant")
  }

  @Test mutating func knowsItsClients() {
    let client = cloud.client()
    let device = cloud.device(of: client)
    #expect(cloud.poll(cloud.client(), device).json("error") == "invalid_grant")
    let stranger = cloud.token(client, .deviceCode, ["deviceCode": "x", "clientId": "nobody"])
    #expect(stranger.jsonRefusal == "401 invalid_client: Invalid client provided")
    let impostor = cloud.token(client, .deviceCode, ["deviceCode": "x", "clientSecret": "wrong"])
    #expect(impostor.status == 401)
    let late = cloud.poll(client, device, at: now + 90 * 86400)
    #expect(late.jsonRefusal == "401 invalid_client: Client registration has expired")
  }

  @Test(arguments: [
    ("startUrl", "https://other.awsapps.com/start", "invalid_request"),
    ("startUrl", "", "invalid_request"), ("clientId", "nobody", "invalid_client"),
  ])
  func refusesToBegin(name: String, value: String, error: String) {
    var cloud = cloud
    let sent = cloud.client().proof.merging(["startUrl": .startURL]) { $1 }
    let reply = cloud.post("/device_authorization", sent.merging([name: value]) { $1 })
    #expect(reply.json("error") == error)
  }

  @Test mutating func asksForGrantsThatTheClientRegistered() {
    let client = cloud.client()
    #expect(cloud.token(client, "authorization_code", [:]).json("error") == "unauthorized_client")
    #expect(cloud.token(client, "password", [:]).json("error") == "unsupported_grant_type")
    #expect(cloud.token(client, .deviceCode, [:]).json("error") == "invalid_request")
  }
}

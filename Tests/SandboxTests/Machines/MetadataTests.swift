import Foundation
import Sandbox
import Testing

struct MetadataTests {
  private var cloud = FakeAWS.sample()
  private static let path = "/latest/meta-data/iam/security-credentials/"
  private static let seconds = "x-aws-ec2-metadata-token-ttl-seconds"

  init() { cloud.instance = Instance(roleARN: roleARN("team/Builder"), seconds: 900) }

  @Test mutating func givesKeysForAToken() {
    let token = ["x-aws-ec2-metadata-token": token().text]
    #expect(cloud.get(Self.path, headers: token).text == "Builder")
    let reply = cloud.get(Self.path + "Builder", headers: token)
    #expect(reply.json("Code") == "Success" && reply.json("Expiration") == "2026-01-06T12:15:00Z")
    #expect(
      cloud.ask("GetCallerIdentity", as: reply.machineKeys)["Arn"]
        == "arn:aws:sts::222233334444:assumed-role/Builder/i-0123456789abcdef0")
    #expect(cloud.get(Self.path + "Other", headers: token).status == 404)
    let extended = "/latest/meta-data/iam/security-credentials-extended/"
    #expect(cloud.get(extended, headers: token).status == 404)
  }

  @Test(arguments: [
    ("0", 400), ("1", 200), ("21600", 200), ("21601", 400), ("soon", 400), (nil, 400),
  ])
  func checksTheLifeOfTokens(seconds: String?, status: Int) {
    var cloud = cloud
    let headers = seconds.map { [Self.seconds: $0] } ?? [:]
    #expect(cloud.send("PUT", "/latest/api/token", headers).status == status)
  }

  @Test mutating func endsTokens() {
    let token = ["x-aws-ec2-metadata-token": token(seconds: 60).text]
    #expect(cloud.get(Self.path, headers: token, at: now + 59).status == 200)
    #expect(cloud.get(Self.path, headers: token, at: now + 60).status == 401)
  }

  @Test mutating func wantsATokenUnlessVersion1IsAllowed() {
    #expect(cloud.get(Self.path).status == 401)
    #expect(cloud.get(Self.path, headers: ["x-aws-ec2-metadata-token": "made up"]).status == 401)
    cloud.instance?.allowsVersion1 = true
    #expect(cloud.get(Self.path).text == "Builder")
    #expect(cloud.get(Self.path, headers: ["x-aws-ec2-metadata-token": "made up"]).status == 401)
  }

  @Test mutating func handsNoTokenThroughProxies() {
    let headers = [Self.seconds: "60", "X-Forwarded-For": "10.0.0.1"]
    #expect(cloud.send("PUT", "/latest/api/token", headers).status == 403)
  }

  @Test mutating func isNotFoundWhereThereIsNoMachineOrNoRole() {
    cloud.instance = Instance(roleARN: nil, allowsVersion1: true)
    #expect(cloud.get(Self.path).status == 404)
    cloud.instance = nil
    #expect(token().status == 404)
  }

  private mutating func token(seconds: Int = 21600) -> Reply {
    cloud.send("PUT", "/latest/api/token", [Self.seconds: "\(seconds)"])
  }
}

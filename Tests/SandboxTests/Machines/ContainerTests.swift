import Sandbox
import Secrets
import Testing

struct ContainerTests {
  private var cloud = FakeAWS.sample()

  init() {
    cloud.containers = [
      Container(
        "web", roleARN: roleARN("team/Web"), authorization: Secret("Bearer x"), seconds: 900),
      Container("open", roleARN: roleARN("Open"), authorization: nil),
    ]
  }

  @Test mutating func givesKeysOfItsRole() {
    let reply = cloud.get("/credentials/web", headers: ["Authorization": "Bearer x"])
    #expect(reply.status == 200 && reply.json("Expiration") == "2026-01-06T12:15:00Z")
    #expect(reply.json("AccountId") == "222233334444")
    #expect(reply.json("RoleArn") == roleARN("team/Web"))
    #expect(
      cloud.ask("GetCallerIdentity", as: reply.machineKeys)["Arn"]
        == "arn:aws:sts::222233334444:assumed-role/Web/web")
    #expect(cloud.get("/credentials/open").status == 200)
  }

  @Test(arguments: [
    ("web", nil, "401 Unauthorized: The request has no Authorization"),
    ("web", "Bearer y", "403 AccessDenied: The request has another Authorization"),
    ("web", "x", "403 AccessDenied: The request has another Authorization"),
    ("other", "Bearer x", "404 NotFound: No credentials at /credentials/other"),
  ])
  func refuses(name: String, authorization: String?, refusal: String) {
    var cloud = cloud
    let headers = authorization.map { ["Authorization": $0] } ?? [:]
    #expect(cloud.get("/credentials/\(name)", headers: headers).jsonRefusal == refusal)
  }

  @Test mutating func isAskedByGet() {
    #expect(cloud.send("POST", "/credentials/open").status == 405)
  }
}

extension Reply {
  /// The keys that a container or a machine was given.
  var machineKeys: AWSCredentials {
    AWSCredentials(
      accessKeyID: json("AccessKeyId") ?? "none",
      secretAccessKey: Secret(json("SecretAccessKey") ?? "none"),
      sessionToken: json("Token").map(Secret.init))
  }
}

import AWSClient
import Foundation
import Sandbox
import Secrets
import Testing

struct PortalTests {
  private var cloud = FakeAWS.office()

  @Test mutating func givesKeysThatWorkInSTS() {
    let reply = credentials(token: cloud.login())
    #expect(reply.json("roleCredentials.expiration") == "\((1_767_700_800 + 3600) * 1000)")
    let identity = cloud.ask("GetCallerIdentity", as: reply.roleKeys)
    let arn = identity["Arn"] ?? ""
    #expect(identity["Account"] == "111111111111")
    #expect(
      arn.wholeMatch(
        of: /arn:aws:sts::111111111111:assumed-role\/AWSReservedSSO_Admin_[0-9a-f]{16}\/ana/) != nil
    )
  }

  @Test mutating func namesItsRolesAsAWSDoes() {
    let arn = IdentityCenter.office().roleARN("Admin", in: "111111111111")
    let folder = "arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/"
    #expect(arn.hasPrefix("\(folder)eu-west-1/AWSReservedSSO_Admin_"))
    let first = IdentityCenter(startURL: .startURL, region: "us-east-1", people: [])
    #expect(first.roleARN("Admin", in: "111111111111").hasPrefix("\(folder)AWSReservedSSO_Admin_"))
  }

  @Test mutating func givesKeysOfAChain() {
    let keys = credentials(token: cloud.login()).roleKeys
    #expect(cloud.assume("ByRole", as: keys).status == 200)
    #expect(cloud.assume("ByAccount", as: keys).status == 200)
    #expect(cloud.assume("Admin", as: keys)["Code"] == "AccessDenied")
    #expect(
      cloud.assume("ByRole", as: keys, ["DurationSeconds": "3601"]).refusal
        == "400 ValidationError: The requested DurationSeconds exceeds the 1 hour session limit "
        + "for roles assumed by role chaining.")
  }

  @Test(arguments: ["", "made up"])
  func refusesTokensThatItDidNotGive(token: String) {
    var test = self
    #expect(
      test.credentials(token: token).jsonRefusal
        == "401 UnauthorizedException: Session token not found or invalid")
  }

  @Test mutating func refusesTokensThatEnded() {
    let token = cloud.login()
    let later = now + 8 * 3600
    #expect(cloud.portal("/assignment/accounts", token: token, at: later - 1).status == 200)
    #expect(cloud.portal("/assignment/accounts", token: token, at: later).status == 401)
  }

  @Test(arguments: [
    (["role_name": "Auditor"], "403 ForbiddenException: No access"),
    (["account_id": "444444444444"], "403 ForbiddenException: No access"),
    (["account_id": "4444"], "400 InvalidRequestException: Invalid account id provided"),
    (
      ["role_name": ""], "400 InvalidRequestException: Missing required parameter: role_name"
    ),
  ])
  func refusesRolesThatAreNotAssigned(changes: [String: String], refusal: String) {
    var test = self
    let token = test.cloud.login()
    #expect(test.credentials(token: token, changes).jsonRefusal == refusal)
  }

  @Test mutating func listsAccountsInPages() {
    cloud.identityCenter?.pageSize = 1
    let token = cloud.login()
    var found: [String] = []
    var next: String?
    repeat {
      let query = next.map { ["next_token": $0] } ?? [:]
      let page = cloud.portal("/assignment/accounts", query, token: token)
      found.append(page.json("accountList.0.accountId") ?? "")
      next = page.json("nextToken")
    } while next != nil && found.count < 9
    #expect(found == ["111111111111", "222222222222", "333333333333"])
  }

  @Test mutating func listsTheRolesOfAnAccount() {
    let token = cloud.login()
    let account = ["account_id": "111111111111", "max_result": "1"]
    let page = cloud.portal("/assignment/roles", account, token: token)
    #expect(page.json("roleList.0.roleName") == "Admin" && page.json("roleList.1.roleName") == nil)
    let rest = account.merging(["next_token": page.json("nextToken") ?? ""]) { $1 }
    let last = cloud.portal("/assignment/roles", rest, token: token)
    #expect(last.json("roleList.0.roleName") == "ReadOnly" && last.json("nextToken") == nil)
    let other = cloud.portal("/assignment/roles", ["account_id": "444444444444"], token: token)
    #expect(other.status == 403)
  }

  @Test(arguments: [
    ["max_result": "0"], ["max_result": "101"], ["max_result": "x"], ["next_token": "!"],
    ["next_token": "ZnJvbSA5OTk"],
  ])
  func refusesBadPages(query: [String: String]) {
    var test = self
    let reply = test.cloud.portal("/assignment/accounts", query, token: test.cloud.login())
    #expect(reply.jsonRefusal.hasPrefix("400 InvalidRequestException: "))
  }

  @Test mutating func endsTheLoginOnLogout() {
    let token = cloud.login()
    let header = ["x-amz-sso_bearer_token": token]
    #expect(cloud.send("POST", "/logout", header).status == 200)
    #expect(cloud.send("POST", "/logout", header).status == 401)
    #expect(credentials(token: token).status == 401)
  }

  @Test mutating func tellsOfCallsWithoutTheirSecrets() {
    let client = cloud.client()
    let device = cloud.device(of: client)
    let body = client.proof.merging(["grantType": .deviceCode]) { $1 }
      .merging(["deviceCode": device.json("deviceCode") ?? ""]) { $1 }
    let request = HTTPRequest(
      url: "\(origin)/token", headers: [HTTPHeader("Content-Type", "application/json")],
      body: Array((try? JSONSerialization.data(withJSONObject: body)) ?? Data()))
    let call = cloud.exchange(request, at: now).call
    #expect(call.operation == "CreateToken" && call.verdict == .allowed(to: "ana"))
    #expect(call.parameters["clientSecret"] == "••••" && call.parameters["deviceCode"] == "••••")
    #expect(call.parameters["clientId"] == client.id && call.scope == nil)
  }

  private mutating func credentials(
    token: String, _ changes: [String: String] = [:]
  ) -> Reply {
    let asked = ["role_name": "Admin", "account_id": "111111111111"].merging(changes) { $1 }
    return cloud.portal("/federation/credentials", asked, token: token)
  }
}

extension Reply {
  /// The keys that the portal gave.
  var roleKeys: AWSCredentials {
    AWSCredentials(
      accessKeyID: json("roleCredentials.accessKeyId") ?? "none",
      secretAccessKey: Secret(json("roleCredentials.secretAccessKey") ?? "none"),
      sessionToken: json("roleCredentials.sessionToken").map(Secret.init))
  }
}

import AWSClient
import Foundation
import Sandbox
import Secrets
import Testing

struct OtherOperationsTests {
  private var cloud = FakeAWS.sample()

  @Test mutating func callerIdentityTellsUsersRootsAndSessionsApart() {
    let user = cloud.ask("GetCallerIdentity")
    #expect(user["UserId"]?.hasPrefix("AIDA") == true && user["UserId"]?.count == 21)
    let root = cloud.ask("GetCallerIdentity", as: .root)
    #expect(root["Arn"] == "arn:aws:iam::111122223333:root")
    #expect(root["UserId"] == "111122223333" && root["Account"] == "111122223333")
    let session = cloud.ask("GetCallerIdentity", as: cloud.assume("Admin").keys)
    #expect(session["UserId"]?.hasSuffix(":test") == true)
    #expect(session["Account"] == "222233334444")
  }

  @Test mutating func callerIdentityCanBeAskedByURL() {
    let request = HTTPRequest(
      method: "GET", url: "http://localhost:4566/?Action=GetCallerIdentity&Version=2011-06-15")
    let signed = signed(request, credentials: .maya, region: "us-east-1", service: "sts", at: now)
    #expect(Reply(cloud.answer(signed, at: now))["Arn"] == .mayaARN)
  }

  @Test mutating func sessionTokensLastTwelveHoursUnlessAskedOtherwise() {
    #expect(cloud.ask("GetSessionToken")["Expiration"] == "2026-01-07T00:00:00Z")
    let short = cloud.ask("GetSessionToken", ["DurationSeconds": "900"])
    #expect(short["Expiration"] == "2026-01-06T12:15:00Z")
    #expect(cloud.ask("GetSessionToken", as: .root)["Expiration"] == "2026-01-06T13:00:00Z")
    let long = cloud.ask("GetSessionToken", ["DurationSeconds": "129601"])
    #expect(long.refusal.contains("Member must have value less than or equal to 129600"))
    #expect(cloud.ask("GetCallerIdentity", as: short.keys)["Arn"] == .mayaARN)
  }

  @Test mutating func sessionTokensAreForLongTermKeysOnly() {
    let keys = cloud.assume("Admin").keys
    #expect(
      cloud.ask("GetSessionToken", as: keys).refusal
        == "403 AccessDenied: Cannot call GetSessionToken with session credentials")
  }

  @Test mutating func accessKeysTellTheirAccount() {
    let issued = cloud.assume("Admin").keys.accessKeyID
    #expect(cloud.ask("GetAccessKeyInfo", ["AccessKeyId": issued])["Account"] == "222233334444")
    for id in ["AKIA00000000000000", "short"] {
      #expect(cloud.ask("GetAccessKeyInfo", ["AccessKeyId": id])["Code"] == "ValidationError")
    }
  }

  @Test mutating func answersCarryTypeDateAndRequestID() {
    let reply = cloud.ask("GetCallerIdentity")
    #expect(reply.headers.named("content-type") == "text/xml")
    #expect(reply.headers.named("date") == "Tue, 06 Jan 2026 12:00:00 GMT")
    #expect(reply.headers.named("x-amzn-requestid") == reply["RequestId"])
    #expect(reply["RequestId"]?.count == 36)
  }

  @Test mutating func callsTellWhatWasAskedButNoSecret() {
    let request = signed(
      .form("AssumeRole", ["TokenCode": "123456", "RoleArn": "arn:x"]), credentials: .maya,
      region: "eu-west-1", service: "sts", at: now)
    let call = cloud.exchange(request, at: now).call
    #expect(call.operation == "AssumeRole")
    #expect(call.parameters["TokenCode"] == "••••" && call.parameters["RoleArn"] == "arn:x")
    #expect(call.scope == SigningScope(day: "20260106", region: "eu-west-1", service: "sts"))
    #expect(call.verdict == .refused(code: "ValidationError"))
    let fine = signed(
      .form("GetCallerIdentity"), credentials: .maya, region: "eu-west-1", service: "sts", at: now)
    #expect(cloud.exchange(fine, at: now).call.verdict == .allowed(to: .mayaARN))
  }
}

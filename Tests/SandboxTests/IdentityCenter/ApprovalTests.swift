import Foundation
import Sandbox
import Testing

struct ApprovalTests {
  private var cloud = FakeAWS.office(approvesAutomatically: nil)
  private static let form = ["Content-Type": "application/x-www-form-urlencoded"]

  @Test(arguments: [("approve", nil), ("deny", "access_denied"), ("", "authorization_pending")])
  func followsTheAnswer(answer: String, error: String?) {
    var cloud = cloud
    let client = cloud.client()
    let device = cloud.device(of: client)
    let page = cloud.get("/device", ["user_code": device.json("userCode") ?? ""])
    #expect(page.status == 200 && page.text.contains(device.json("userCode") ?? "?"))
    #expect(page.text.contains("<option>ana</option><option>ben</option>"))
    let body = "user_code=\(device.json("userCode") ?? "")&person=ben&answer=\(answer)"
    #expect(cloud.send("POST", "/device", Self.form, body: Array(body.utf8)).status == 200)
    let reply = cloud.poll(client, device)
    #expect(reply.json("error") == error)
    #expect((reply.json("accessToken") == nil) == (error != nil))
  }

  @Test mutating func asksForTheCodeWhereNoneIsGiven() {
    #expect(cloud.get("/device").text.contains(#"<input name="user_code">"#))
    let unknown = cloud.get("/device", ["user_code": "<b>"])
    #expect(unknown.status == 400 && unknown.text.contains("the code &lt;b&gt;."))
  }

  @Test mutating func approvesADeviceOnce() {
    let client = cloud.client()
    let code = cloud.device(of: client).json("userCode") ?? ""
    let body = Array("user_code=\(code)&answer=approve".utf8)
    #expect(cloud.send("POST", "/device", Self.form, body: body).status == 200)
    #expect(cloud.send("POST", "/device", Self.form, body: body).status == 400)
  }
}

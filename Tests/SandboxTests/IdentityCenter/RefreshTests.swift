import Foundation
import Sandbox
import Testing

struct RefreshTests {
  private var cloud = FakeAWS.office()

  @Test mutating func rotatesTheToken() {
    let client = cloud.client()
    let first = cloud.poll(client, cloud.device(of: client)).json("refreshToken") ?? ""
    let second = refresh(client, first)
    #expect(second.status == 200 && second.json("refreshToken") != first)
    #expect(refresh(client, first).json("error") == "invalid_grant")
    #expect(refresh(client, second.json("refreshToken") ?? "").status == 200)
  }

  @Test mutating func isForTheSameClient() {
    let client = cloud.client()
    let token = cloud.poll(client, cloud.device(of: client)).json("refreshToken") ?? ""
    #expect(refresh(cloud.client(), token).json("error") == "invalid_grant")
    #expect(refresh(client, token).status == 200)
  }

  @Test mutating func givesATokenThatLastsFromThenOn() {
    let client = cloud.client()
    let login = cloud.poll(client, cloud.device(of: client))
    let later = now + 8 * 3600
    let renewed = refresh(client, login.json("refreshToken") ?? "", at: later)
    #expect(accounts(login, at: later).status == 401)
    #expect(accounts(renewed, at: later).status == 200)
  }

  @Test mutating func endsWithTheLogin() {
    let client = cloud.client()
    let login = cloud.poll(client, cloud.device(of: client))
    let token = login.json("accessToken") ?? ""
    #expect(cloud.send("POST", "/logout", ["x-amz-sso_bearer_token": token]).status == 200)
    #expect(refresh(client, login.json("refreshToken") ?? "").json("error") == "invalid_grant")
  }

  private mutating func refresh(
    _ client: Registration, _ token: String, at date: Date = now
  ) -> Reply {
    cloud.token(client, "refresh_token", ["refreshToken": token], at: date)
  }

  private mutating func accounts(_ login: Reply, at date: Date) -> Reply {
    cloud.portal("/assignment/accounts", token: login.json("accessToken") ?? "", at: date)
  }
}

import ArgumentParser
import Synchronization
import Testing
@testable import Switchback

/// `list --filter` and `--account`: what the picker finds, and what is said of a query.
struct ListFilterTests {
  private static let config = """
    [sso-session corp]
    sso_start_url = https://corp.awsapps.com/start
    sso_region = eu-west-1

    [profile base]
    aws_access_key_id = AKIA
    aws_secret_access_key = s

    [profile code]
    role_arn = arn:aws:iam::222233334444:role/Admin
    source_profile = base
    mfa_serial = arn:aws:iam::111122223333:mfa/phone

    [profile sso]
    sso_session = corp
    sso_account_id = 222233334444
    sso_role_name = ReadOnly

    [profile lost]
    role_arn = arn:aws:iam::333344445555:role/Admin
    source_profile = nobody

    [profile acme:prod]
    role_arn = arn:aws:iam::333344445555:role/Deploy
    source_profile = base
    confirm = true
    """

  private func list(
    _ filter: String?, account: String? = nil
  ) throws -> (names: [String], said: [String]) {
    let written = Mutex("")
    let said = Mutex<[String]>([])
    var world = World.stub(files: ["/home/maya/.aws/config": Self.config])
    world.write = { bytes in written.withLock { $0 += String(decoding: bytes, as: UTF8.self) } }
    world.say = { text in said.withLock { $0.append(text) } }
    do {
      try printList(
        filter: filter, account: account.flatMap(AccountNumber.init), json: false, world)
    } catch let code as ExitCode {
      #expect(code == .noMatch && written.withLock(\.isEmpty))
    }
    let names = written.withLock {
      $0.split(separator: "\n").map { String($0.prefix { $0 != " " }) }
    }
    // A history that is not there is said too.
    return (names, said.withLock { $0.filter { !$0.contains("state.sqlite") } })
  }

  @Test(arguments: [
    ("is:mfa", ["code"]), ("is:login", ["sso"]), ("is:broken", ["lost"]),
    ("is:confirm", ["acme:prod"]), ("is:pinned", []), ("account:2222 !is:mfa", ["sso"]),
    ("session:corp", ["sso"]), ("id:3333 is:broken", ["lost"]),
    ("arn:aws:sts::222233334444:assumed-role/ReadOnly/jane", ["sso"]),
    ("2222-3333-4444 role:adm", ["code"]), ("acme:prod", ["acme:prod"]),
  ])
  func findsWhatThePickerFinds(filter: String, names: [String]) throws {
    let listed = try list(filter)
    #expect(listed.names == names && listed.said == [])
  }

  @Test(arguments: [
    ("acount:2222", "There is no field 'acount'; did you mean 'account:'?"),
    ("is:brokn", "There is no state 'brokn'; did you mean 'is:broken'?"),
    (
      "arn:aws:lambda:eu-west-1:999999999999:function:x",
      "No entry has the account 999999999999."
    ),
  ])
  func saysWhyNothingIsFound(filter: String, sentence: String) throws {
    let listed = try list(filter)
    #expect(listed.names == [] && listed.said == [sentence])
  }

  @Test(arguments: ["222233334444", "2222-3333-4444"])
  func takesAnAccountAsTheConsoleShowsIt(account: String) throws {
    #expect(try list(nil, account: account).names == ["code", "sso"])
    #expect(try list("is:mfa", account: account).names == ["code"])
    #expect(try list("is:broken", account: account).names == [])
  }

  @Test func refusesWhatIsNoAccount() {
    #expect(AccountNumber(argument: "2222") == nil && AccountNumber(argument: "prod") == nil)
  }
}

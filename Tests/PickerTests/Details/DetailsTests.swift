import Accounts
import Canvas
import Picker
import Testing
import Text

struct DetailsTests {
  @Test func sayAtOnceWhatTheRowKnows() {
    let lines = model().details(usual)
    #expect(
      lines == [
        "Role      arn:aws:iam::111111111111:role/Admin", "Via",
        "From      ~/.aws/config:12, profile prod", "Region    eu-central-1",
      ])
  }

  @Test func tellTheChainAndTheLastUseOnFewLines() {
    let lines = model().described(usual).details(usual)
    #expect(
      lines == [
        "Role      arn:aws:iam::111111111111:role/Admin",
        "Via       access keys (base) → Hub → Unit → Team → Admin",
        "From      ~/.aws/config:12, profile prod", "Last used 2 h ago, used 12 times",
      ])
  }

  @Test func tellTheWholeChainBesideTheList() {
    let lines = model().described(wide).details(wide)
    #expect(
      lines.joined(separator: "\n") == """
        Role      arn:aws:iam::111111111111:role/Admin
        Profile   prod
        From      ~/.aws/config:12
        Region    eu-central-1
        Group     payments

        Chain
        1  access keys of profile base
        2  arn:aws:iam::111111111115:role/Hub
           Profile      hub
           MFA device   arn:aws:iam::111111111110:mfa/ada
        3  arn:aws:iam::111111111116:role/path/Unit
           Profile      unit
           External ID  unit-7
        4  arn:aws:iam::111111111117:role/Team
           Profile      team
           Duration     90 min
        5  arn:aws:iam::111111111111:role/Admin
           Profile      prod
           Duration     1 h
           Session name ada@ship
           STS          sts.eu-central-1.amazonaws.com

        Used 12 times
        2 h ago          2023-11-14 20:13  shell, exit 0
        yesterday 22:13  2023-11-13 22:13  exec, exit 130
        10 days ago      2023-11-04 22:13  console

        Console
        https://signin.aws.amazon.com/switchrole?
        account=111111111111&roleName=Admin&
        displayName=Production%2C%20admin&color=d13212
        """)
  }

  @Test func sayWhyAnEntryCannotBeSwitchedTo() {
    let reason = "The profile 'prod' names the source profile 'missing', which does not exist."
    for size in [usual, wide] {
      let lines = model().described(size, .broken).details(size)
      let words = lines.joined(separator: " ").split(separator: " ").joined(separator: " ")
      #expect(words.contains(reason), "\(lines)")
      #expect(!words.contains("assumed role"))
    }
  }

  @Test func sayWhatIsSpecialOfAnEntry() {
    var odd = entry("odd", account: nil, role: nil, region: nil, confirm: true, readOnly: true)
    odd.hasMFA = true
    odd.isProfile = false
    odd.origin = Origin(file: "/home/ada/.config/switchback/config.yaml", line: 0)
    var model = model([odd])
    model.homeFolder = "/home/ada"
    let details = Details(chain: .steps([Details.Step(.staticKeys, profile: "odd")], sts: nil))
    let tall = Size(rows: 24, columns: 110)
    let lines = model.described(tall, details, of: "odd").details(tall)
    #expect(lines.contains("From      ~/.config/switchback/config.yaml, entry odd"))
    #expect(
      lines.contains(
        "Via       access keys (odd), read-only, requires confirmation, asks for an MFA code"))
  }

  @Test(arguments: [
    ("/home/ada", "~/.aws/config:3"), ("", "/home/ada/.aws/config:3"),
    ("/", "/home/ada/.aws/config:3"), ("/home/a", "/home/ada/.aws/config:3"),
  ])
  func abbreviateTheHomeFolder(home: String, place: String) {
    var entry = entry("prod")
    entry.origin = Origin(file: "/home/ada/.aws/config", line: 3)
    var model = model([entry])
    model.homeFolder = home
    #expect(model.details(wide).contains("From      \(place)"))
  }

  @Test func sayWhenASessionEnds() {
    var held = model()
    held.utcOffset = 3600
    _ = held.update(.sessionsLoaded(sessions: ["prod": 1_700_000_000 + 47 * 60]))
    #expect(held.details(usual).contains("Session   until 00:00, 47m left"))
  }

  @Test func warnThatTheConsoleCannotGiveAnExternalID() {
    let role = Details.Step(
      .assumeRole, profile: "prod", roleARN: "arn:aws:iam::111111111111:role/Admin",
      externalID: "x")
    let details = Details(chain: .steps([Details.Step(.sso, profile: "base"), role], sts: nil))
    let text = model().described(wide, details).words(wide)
    #expect(text.contains("The console cannot send the external ID that this role requires."))
    #expect(!model().described(wide).words(wide).contains("cannot send"))
  }

  @Test(arguments: [
    (5, 0, "just now"), (-100, 0, "just now"), (300, 0, "5 min ago"), (7200, 0, "2 h ago"),
    (79_000, 0, "21 h ago"), (86_400, 0, "yesterday 22:13"), (259_200, 0, "3 days ago"),
    (864_000, 0, "10 days ago"), (3_024_000, 0, "5 weeks ago"), (18_400_000, 0, "7 months ago"),
    (10_800, 7200, "3 h ago"), (25_200, 7200, "yesterday 17:13"),
    (1_700_000_000, -3600, "53 years ago"),
  ])
  func sayHowLongAgo(seconds: Int, offset: Int, words: String) {
    var model = model()
    model.utcOffset = offset
    let use = Details.Use(at: Moment(1_700_000_000 - seconds, offset: offset), how: .shell)
    let details = Details(chain: .steps([], sts: nil), uses: [use], useCount: 1)
    let lines = model.described(wide, details).details(wide)
    #expect(lines.contains { $0.hasPrefix("\(words)  ") && $0.hasSuffix("  shell") }, "\(lines)")
    #expect(lines.contains("Used once"))
  }
}

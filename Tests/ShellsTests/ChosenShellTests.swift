import Shells
import Testing

struct ChosenShellTests {
  @Test(
    arguments: [
      ("/a", "/b", "/c", "/d", "/a"), (nil, "/b", "/c", "/d", "/b"), (nil, nil, "/c", "/d", "/c"),
      (nil, nil, nil, "/d", "/d"), (nil, nil, nil, nil, "/bin/sh"), ("", "", "", "", "/bin/sh"),
      (nil, nil, "/usr/sbin/nologin", "/bin/false", "/bin/sh"),
      (nil, nil, "/usr/sbin/nologin", "/d", "/d"), ("fish", nil, "/c", nil, "fish"),
    ] as [(String?, String?, String?, String?, String)])
  func takesTheFirstThatIsSet(
    flag: String?, setting: String?, variable: String?, passwd: String?, chosen: String
  ) {
    let environment = variable.map { ["SHELL": $0] } ?? [:]
    #expect(
      chosenShell(flag: flag, setting: setting, environment: environment, passwd: passwd) == chosen)
  }
}

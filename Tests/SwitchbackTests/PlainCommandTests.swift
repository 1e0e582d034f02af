import Testing
@testable import Switchback

struct PlainCommandTests {
  @Test(arguments: [
    ([], FastPath.pick), (["list"], .list(json: false)),
    (["list", "--json"], .list(json: true)),
    (["credentials"], .credentials(entry: nil)),
    (["credentials", "prod"], .credentials(entry: "prod")),
    (["__complete", "zsh", "switchback", ""], .complete(["zsh", "switchback", ""])),
  ])
  func isRecognised(_ arguments: [String], _ expected: FastPath) {
    #expect(FastPath(arguments) == expected)
  }

  @Test(arguments: [
    ["prod"], ["list", "-h"], ["list", "--filter", "x"], ["credentials", "--help"],
    ["credentials", "prod", "--region"], ["--version"], [""],
  ])
  func leavesTheRestToTheParser(_ arguments: [String]) {
    #expect(FastPath(arguments) == nil)
  }
}

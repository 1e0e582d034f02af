import AWSConfig
import Testing

struct SharedFilePathsTests {
  private static let homes = ["root": "/root", "": "/by/passwd"]

  private static func config(_ environment: [String: String]) -> String {
    sharedFilePaths(environment: environment) { homes[$0 ?? ""] }.config
  }

  @Test(arguments: [
    ("/x/config", "/x/config"), ("~/c", "/home/u/c"), ("~", "/home/u"), ("~root/c", "/root/c"),
    ("~nobody/c", "~nobody/c"), ("$D/c", "/d/c"), ("${D}/c", "/d/c"), ("$D$D", "/d/d"),
    ("$NONE/c", "$NONE/c"), ("${NONE}c", "${NONE}c"), ("${D", "${D"), ("a$", "a$"),
    ("$T/c", "/home/u/c"), ("$LOOP", "$LOOP"), ("/a~b", "/a~b"), ("", ""),
  ])
  func aPathIsExpandedAsTheCLIDoes(_ written: String, _ path: String) {
    let environment = ["HOME": "/home/u", "D": "/d", "T": "~", "LOOP": "$LOOP"]
    #expect(
      Self.config(environment.merging(["AWS_CONFIG_FILE": written]) { $1 }) == path)
  }

  @Test func theStandardPlacesAreUnderHome() {
    let paths = sharedFilePaths(environment: ["HOME": "/home/u/"]) { _ in nil }
    #expect(paths.config == "/home/u/.aws/config")
    #expect(paths.credentials == "/home/u/.aws/credentials")
    #expect(Self.config([:]) == "/by/passwd/.aws/config")
  }

  @Test func theUsersOwnPathsWinInARefreshingShell() {
    let paths = sharedFilePaths(environment: [
      "HOME": "/h", "AWS_CONFIG_FILE": "/private", "AWS_SHARED_CREDENTIALS_FILE": "/none",
      "SWITCHBACK_CONFIG_FILE": "/own/config", "SWITCHBACK_CREDENTIALS_FILE": "/own/credentials",
    ])
    #expect(paths.config == "/own/config")
    #expect(paths.credentials == "/own/credentials")
  }

  @Test func rootHasAHome() {
    #expect(homeDirectory(of: "root")?.hasPrefix("/") == true)
    #expect(homeDirectory(of: "no such user") == nil)
  }
}

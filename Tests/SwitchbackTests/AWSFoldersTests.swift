import Credentials
import Testing

struct AWSFoldersTests {
  @Test func areBelowHomeWhereverTheFilesAre() {
    let folders = AWSCachePaths(environment: ["HOME": "/home/maya", "AWS_CONFIG_FILE": "/etc/aws"])
    #expect(folders.roles == "/home/maya/.aws/cli/cache")
    #expect(folders.tokens == "/home/maya/.aws/sso/cache")
    #expect(folders.logins == "/home/maya/.aws/login/cache")
  }

  @Test func onlyTheLoginCacheCanBeMoved() {
    let folders = AWSCachePaths(
      environment: ["HOME": "/home/maya", "AWS_LOGIN_CACHE_DIRECTORY": "/l"])
    #expect(folders.logins == "/l")
    #expect(folders.tokens == "/home/maya/.aws/sso/cache")
  }

  @Test func theDemoHasItsOwn() {
    let folders = AWSCachePaths(environment: [
      "HOME": "/home/maya", "SWITCHBACK_AWS_HOME": "/demo/aws",
    ])
    #expect(folders.roles == "/demo/aws/cli/cache")
    #expect(folders.logins == "/demo/aws/login/cache")
  }
}

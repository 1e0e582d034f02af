import AWSConfig
import Secrets
import Testing

/// Where a container's credentials may be fetched, and with what.
struct ContainerSourceTests {
  static let full = "AWS_CONTAINER_CREDENTIALS_FULL_URI"

  private func source(_ environment: [String: String]) throws -> ContainerSource? {
    let base = try SharedConfig("").ambientChain(environment: environment).base
    if case .container(let source) = base { return source }
    return nil
  }

  @Test(arguments: [
    "http://localhost", "http://LOCALHOST:1/x", "http://127.255.0.1/x", "http://[::1]:80/x?y",
    "http://[0:0:0:0:0:0:0:1]/", "http://169.254.170.2/", "http://[FD00:EC2::23]/",
    "https://example.com/x", "https://10.0.0.1", "HTTPS://example.com",
  ])
  func thatIsAsked(_ url: String) throws {
    #expect(try source([Self.full: url])?.url == url)
  }

  @Test(arguments: [
    "http://example.com", "http://localhost.example.com", "http://127.0.0.1.example.com",
    "http://127.1", "http://2130706433", "http://0x7f.0.0.1", "http://127.0.0.1@example.com/",
    "http://localhost:80@example.com/", "http://[::ffff:10.0.0.1]/", "http://[::1", "http://[]/",
    "http://", "http:///x", "http://:80/", "http://localhost:http/", "http://localhost:+80/",
    "http://localhost:65536/", "ftp://localhost/", "localhost/x", "/x", "http://localhost\\@x/",
    "http://localhost/\r\nX: y", "http://local host/", " http://localhost/", "http://ｌocalhost/",
    "http://169.254.169.254/",
  ])
  func thatIsNot(_ url: String) throws {
    let problem = try #require(throws: ChainError.self) { try source([Self.full: url]) }
    #expect("\(problem)".contains(Self.full))
    #expect("\(problem)".hasSuffix("."))
  }

  @Test(arguments: ["x", "@example.com/", ".example.com/", ":80/", "/a b", "/\n"])
  func aRelativeAddressIsAPath(_ path: String) {
    #expect(throws: ChainError.self) {
      try source(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": path])
    }
  }

  @Test func aTokensFileBeatsAToken() throws {
    var environment = [
      Self.full: "http://localhost", "AWS_CONTAINER_AUTHORIZATION_TOKEN": "Basic t",
    ]
    #expect(try source(environment)?.authorization == .token(Secret("Basic t")))
    environment["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"] = "/f"
    #expect(try source(environment)?.authorization == .file("/f"))
  }

  @Test(arguments: ["a\nb", "a\r", "a\r\nX: y"])
  func aTokenOfSeveralLinesIsAProblemThatDoesNotShowIt(_ token: String) throws {
    let environment = [Self.full: "http://localhost", "AWS_CONTAINER_AUTHORIZATION_TOKEN": token]
    let problem = try #require(throws: ChainError.self) { try source(environment) }
    #expect(problem == .containerTokenHasLines)
  }

  @Test func aCredentialSourceNamesItsProfile() throws {
    let config = SharedConfig("[profile p]\ncredential_source=EcsContainer\n" + ChainTests.role)
    let chain = try config.chain(
      for: "p", environment: ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/x"])
    let source = ContainerSource(
      profile: "p", url: "http://169.254.170.2/x", authorization: .none)
    #expect(chain.base == .container(source))
  }
}

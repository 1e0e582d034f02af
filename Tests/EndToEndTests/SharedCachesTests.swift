import Foundation
import Testing

/// The AWS CLI reads the role sessions that we write, and we read its own: PyPI's `aws`, and
/// Debian's where it is.
///
/// Skipped where nothing is built, or awscli and moto are not in .build/venv: Tests/all sees to
/// both.
@Suite(
  .enabled(if: Repository.isBuilt && Repository.aws != nil && Repository.motoServer != nil),
  .serialized, .timeLimit(.minutes(5)))
struct SharedCachesTests {
  private static let programs = ["aws", Repository.debiansAWS].compactMap(\.self)

  private func home(_ moto: Moto, _ home: Home) throws {
    try home.config(
      """
      [profile base]
      aws_access_key_id = \(moto.keys.id)
      aws_secret_access_key = \(moto.keys.secret)
      region = eu-west-1
      [profile prod]
      role_arn = \(Moto.role)
      source_profile = base
      region = eu-west-1
      duration_seconds = 1800
      """)
  }

  /// The key id that is in the AWS CLI's role cache.
  private func cachedKey(_ home: Home) throws -> String? {
    let folder = "home/.aws/cli/cache"
    guard let name = home.names(in: folder).first(where: { $0.hasSuffix(".json") }) else {
      return nil
    }
    struct File: Decodable {
      struct Credentials: Decodable { var AccessKeyId: String }
      var Credentials: Credentials
    }
    let text = try home.read(folder + "/" + name)
    return try JSONDecoder().decode(File.self, from: Data(text.utf8)).Credentials.AccessKeyId
  }

  @Test func weUseWhatTheCLIObtained() async throws {
    let home = try Home()
    try await Moto.serving(home) { moto in
      try self.home(moto, home)
      let url = ["AWS_ENDPOINT_URL": moto.url]
      let asked = try await home.run(
        ["aws", "sts", "get-caller-identity", "--profile", "prod"], with: url)
      #expect(asked.status == 0, "\(asked)")
      let key = try #require(try cachedKey(home))
      let ours = try await home.switchback("credentials", "prod", with: url)
      #expect(try ours.json(as: Printed.self).AccessKeyId == key, "\(ours)")
    }
  }

  /// The name of the session that moto tells of is ours: the role was not assumed again.
  @Test(arguments: programs)
  func theCLIUsesWhatWeObtained(_ aws: String) async throws {
    let home = try Home()
    try home.write("config/switchback/config.yaml", "share_with_aws_cli: true\n")
    try await Moto.serving(home) { moto in
      try self.home(moto, home)
      let url = ["AWS_ENDPOINT_URL": moto.url]
      let ours = try await home.switchback("credentials", "prod", with: url)
      #expect(try cachedKey(home) == ours.json(as: Printed.self).AccessKeyId)
      let theirs = try await home.run(
        [aws, "sts", "get-caller-identity", "--profile", "prod", "--endpoint-url", moto.url],
        with: url)
      #expect(theirs.output.contains("assumed-role/Admin/switchback-"), "\(theirs)")
    }
  }

  @Test func withoutBeingAskedNothingIsWritten() async throws {
    let home = try Home()
    try await Moto.serving(home) { moto in
      try self.home(moto, home)
      let ours = try await home.switchback(
        "credentials", "prod", with: ["AWS_ENDPOINT_URL": moto.url])
      #expect(ours.status == 0)
      #expect(home.names(in: "home/.aws") == ["config"])
    }
  }

  private static let readToken = """
    import botocore.session, botocore.tokens
    session = botocore.session.Session(profile="dev")
    print(botocore.tokens.SSOTokenProvider(session).load_token().get_frozen_token().token, end="")
    """

  /// A login of ours is botocore's; the token that it renews, and writes back, is ours.
  @Test func aLoginIsSharedBothWays() async throws {
    let home = try Home(["BROWSER": "none"])
    try home.config(workplaceLogin)
    let python = try #require(Repository.python)
    try await Served.serving(.workplace()) { served in
      let url = ["AWS_ENDPOINT_URL": served.url]
      let login = try await home.switchback("login", "harbour", with: url)
      #expect(login.status == 0, "\(login)")
      let (file, token) = try ourToken(home)
      let read = try await home.run([python, "-c", Self.readToken], with: url)
      #expect(read.output == token, "\(read)")
      // Five minutes before its end botocore renews it.
      let text = try home.read(file)
        .replacing(/"expiresAt": ?"[^"]*"/, with: "\"expiresAt\": \"\(inFiveMinutes)\"")
      try home.write(file, text)
      let renewed = try await home.run([python, "-c", Self.readToken], with: url)
      #expect(renewed.status == 0 && renewed.output != token, "\(renewed)")
      let asked = served.calls("CreateToken").count
      #expect(try await home.switchback("credentials", "dev", with: url).status == 0)
      #expect(served.calls("CreateToken").count == asked)
    }
  }

  private var inFiveMinutes: String { Date(timeIntervalSinceNow: 300).formatted(.iso8601) }

  /// The file of the only token, and the token in it.
  private func ourToken(_ home: Home) throws -> (file: String, token: String) {
    struct Token: Decodable { var accessToken: String? }
    let folder = "home/.aws/sso/cache"
    for name in home.names(in: folder) {
      let text = try home.read(folder + "/" + name)
      let token = try JSONDecoder().decode(Token.self, from: Data(text.utf8)).accessToken
      if let token { return (folder + "/" + name, token) }
    }
    throw NeverCame(what: "a token in \(folder)", screen: "")
  }
}

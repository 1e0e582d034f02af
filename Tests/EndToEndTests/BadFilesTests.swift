import Foundation
import Testing

/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct BadFilesTests {
  private static let good = """
    [profile good]
    aws_access_key_id = AKIAIOSFODNN7EXAMPLE
    aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY

    """

  private func entries(_ home: Home) async throws -> [String] {
    let list = try await home.switchback("list", "--json")
    #expect(list.status == 0, "\(list)")
    return try list.json(as: [Entry].self).map(\.name)
  }

  private func diagnostics(_ home: Home) async throws -> [ConfigAnswer.Diagnostic] {
    let config = try await home.switchback("config", "--json")
    #expect(config.status == 0, "\(config)")
    return try config.json(as: ConfigAnswer.self).diagnostics
  }

  @Test(arguments: [nil, "", "\n\n", "# nothing\n"])
  func withoutEntriesItSaysHowToGetSome(config: String?) async throws {
    let home = try Home()
    if let config { try home.config(config) }
    let list = try await home.switchback("list")
    #expect(list.status == 0 && list.output.isEmpty, "\(list)")
    #expect(list.errors.contains("switchback demo"))
    #expect(try await entries(home) == [])
    let refused = try await home.switchback("exec", "prod", "--", "true")
    #expect(refused.refuses(2, saying: "prod"), "\(refused)")
  }

  @Test func anUnreadableConfigIsNamedAndHidesNoCredentials() async throws {
    let home = try Home()
    try FileManager.default.createDirectory(
      atPath: home.path("home/.aws/config"), withIntermediateDirectories: false)
    try home.write("home/.aws/credentials", Self.good.replacing("profile ", with: ""))
    let list = try await home.switchback("list")
    #expect(list.status == 2 && list.output.contains("good"), "\(list)")
    #expect(list.errors.contains(home.path("home/.aws/config")))
    #expect(try await diagnostics(home).contains { $0.file == home.path("home/.aws/config") })
  }

  @Test func aConfigWithoutPermissionIsNamed() async throws {
    let home = try Home()
    try home.config(Self.good)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0], ofItemAtPath: home.path("home/.aws/config"))
    let list = try await home.run(Home.heedingPermissions + ["switchback", "list"])
    #expect(list.status == 2 && list.output.isEmpty, "\(list)")
    #expect(list.errors.contains(home.path("home/.aws/config")), "\(list)")
    #expect(list.errors.contains("Permission denied"), "\(list)")
  }

  @Test func bytesThatAreNoTextHideNoProfile() async throws {
    let home = try Home()
    var random = SystemRandomNumberGenerator()
    let noise = (0..<65_536).map { _ in UInt8.random(in: 0...255, using: &random) }
    try home.write("home/.aws/config", Data(noise) + Data("\n\(Self.good)".utf8))
    #expect(try await entries(home).contains("good"))
    let found = try await diagnostics(home)
    #expect(!found.isEmpty)
    #expect(found.allSatisfy { $0.line > 0 && $0.file == home.path("home/.aws/config") })
  }

  @Test(arguments: [1 << 10, 50 << 20])
  func fiftyMegabytesAreRead(lineLength: Int) async throws {
    let home = try Home()
    let line =
      Data("# ".utf8) + Data(repeating: UInt8(ascii: "x"), count: lineLength) + Data("\n".utf8)
    let filler = (0..<max(1, (50 << 20) / line.count)).reduce(into: Data()) { all, _ in all += line
    }
    try home.write("home/.aws/config", filler + Data(Self.good.utf8))
    #expect(try await entries(home) == ["good"])
  }

  @Test func halfAHeaderHidesNoProfile() async throws {
    let home = try Home()
    try home.config(
      "\(Self.good)default]\naws_access_key_id = AKIALOST\n\(Self.good.replacing("good", with: "other"))"
    )
    #expect(Set(try await entries(home)) == ["good", "other"])
    #expect(try await diagnostics(home).contains { $0.line == 4 })
    let credentials = try await home.switchback("credentials", "good")
    #expect(credentials.output.contains("AKIAIOSFODNN7EXAMPLE"), "\(credentials)")
  }
}

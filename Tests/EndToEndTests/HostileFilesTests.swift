import Foundation
import Glibc
import Testing

/// Something else than a file, or one that cannot be read, in the place of each file that we read:
/// it is said, and never waited for.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct HostileFilesTests {
  enum Kind: String, CaseIterable {
    case fifo, socket, device, folder, loop, unreadable

    /// What a sentence says of it.
    var word: String {
      switch self {
      case .fifo: "it is a FIFO, not a file"
      case .socket: "it is a socket, not a file"
      case .device: "it is a device, not a file"
      case .folder: "it is a folder, not a file"
      case .loop: "its symbolic links form a loop"
      case .unreadable: "Permission denied"
      }
    }
  }

  struct Place: CustomStringConvertible {
    var path: String
    var command: [String]
    /// Nil where it is only a cache, and goes unmentioned.
    var status: Int32?
    var description: String { "\(path): \(command.joined(separator: " "))" }
  }

  static let places = [
    Place(path: "home/.aws/sso/cache/x.json", command: ["logout"], status: 3),
    Place(path: "home/.aws/cli/cache/x.json", command: ["logout"], status: 3),
    Place(path: "state/switchback/state.sqlite", command: ["recent"], status: 2),
    Place(path: "state/switchback/state.sqlite", command: ["recent", "--clear"], status: 2),
    Place(path: "state/switchback/each.json", command: ["each", "--failed"], status: 2),
    Place(path: "config/switchback/themes/x.yaml", command: ["themes", "check", "x"], status: 2),
    Place(path: "cache/switchback/catalogue", command: ["list"]),
    Place(
      path: "cache/switchback/sessions/" + String(repeating: "a", count: 64), command: ["logout"]),
    Place(path: "home/.terminfo/d/dumb", command: ["list"]),
  ]

  private func put(_ kind: Kind, at path: String, _ home: Home) throws {
    let place = home.path(path)
    try FileManager.default.createDirectory(
      atPath: (place as NSString).deletingLastPathComponent, withIntermediateDirectories: true,
      attributes: [.posixPermissions: 0o700])
    switch kind {
    case .fifo: #expect(mkfifo(place, 0o600) == 0)
    case .socket: #expect(mknod(place, S_IFSOCK | 0o600, 0) == 0)
    case .device: #expect(symlink("/dev/zero", place) == 0)
    case .folder: #expect(mkdir(place, 0o700) == 0)
    case .loop: #expect(symlink(place, place) == 0)
    case .unreadable:
      try home.write(path, "{}")
      #expect(chmod(place, 0) == 0)
    }
  }

  private func run(_ command: [String], _ home: Home) async throws -> Outcome {
    try await home.run(
      Home.heedingPermissions + ["timeout", "-s", "KILL", "20", "switchback"] + command)
  }

  @Test(arguments: places, Kind.allCases)
  func isNamedAndNeverWaitedFor(_ place: Place, _ kind: Kind) async throws {
    let home = try Home()
    try home.config(storedKeys("prod"))
    try put(kind, at: place.path, home)
    let ended = try await run(place.command, home)
    guard let status = place.status else {
      #expect(ended.status != 137, "\(ended)")
      return
    }
    #expect(ended.status == status, "\(ended)")
    if !place.path.hasSuffix("each.json") {
      #expect(ended.errors.contains(kind.word), "\(ended)")
    }
    #expect(ended.errors.contains(home.path(place.path)), "\(ended)")
    #expect(!ended.errors.contains("Cocoa") && !ended.errors.contains("disk I/O"), "\(ended)")
  }

  @Test(
    arguments: ["home/.aws/config", "home/.aws/credentials", "config/switchback/config.yaml"],
    Kind.allCases)
  func aConfigurationIsNamedAndNeverWaitedFor(_ path: String, _ kind: Kind) async throws {
    let home = try Home()
    if !path.hasSuffix(".aws/config") { try home.config(storedKeys("prod")) }
    try put(kind, at: path, home)
    let ended = try await run(["config", "--json"], home)
    #expect(ended.status == 0, "\(ended)")
    let found = try ended.json(as: ConfigAnswer.self).diagnostics
    #expect(
      found.contains { $0.file == home.path(path) && $0.message.contains(kind.word) }, "\(ended)")
  }

  @Test(arguments: ["home/.aws", "config/switchback", "state/switchback"])
  func aFolderThatCannotBeSearchedIsNotAnEmptyOne(_ folder: String) async throws {
    let home = try Home()
    try home.config(storedKeys("prod"))
    _ = try await home.switchback("exec", "prod", "--", "true")
    try home.write("config/switchback/config.yaml", "sort: name\n")
    #expect(chmod(home.path(folder), 0) == 0)
    defer { chmod(home.path(folder), 0o700) }
    if folder.hasPrefix("state") {
      let ended = try await run(["recent"], home)
      #expect(ended.refuses(2, saying: "Permission denied", home.path(folder)), "\(ended)")
    } else {
      let ended = try await run(["config", "--json"], home)
      let found = try ended.json(as: ConfigAnswer.self).diagnostics
      #expect(found.contains { $0.file.hasPrefix(home.path(folder)) }, "\(ended)")
    }
  }

  @Test func noConfigFileIsReadWhereItIsTheNullDevice() async throws {
    let home = try Home(["AWS_CONFIG_FILE": "/dev/null"])
    try home.write("home/.aws/credentials", storedKeys("prod").replacing("profile ", with: ""))
    let ended = try await home.switchback("exec", "prod", "--", "echo", "ran")
    #expect(ended.status == 0 && ended.output == "ran\n", "\(ended)")
  }

  /// What a user gives as a pipe is read as one.
  @Test func aPolicyMayComeThroughAPipe() async throws {
    let home = try Home()
    try home.config(storedKeys("prod"))
    let policy = #"{"Version": "2012-10-17"}"#
    for command in [
      "printf '\(policy)' | switchback credentials prod --policy /dev/stdin",
      "switchback credentials prod --policy <(printf '\(policy)')",
    ] {
      let ended = try await home.run(["timeout", "20", "bash", "-c", command])
      #expect(!ended.errors.contains("FIFO") && !ended.errors.contains("JSON"), "\(ended)")
      #expect(ended.status != 124, "\(ended)")
    }
  }

  @Test(arguments: Kind.allCases)
  func aLogThatIsNoFileIsSaidOnceAndStopsNothing(_ kind: Kind) async throws {
    let home = try Home([
      "AWS_PROFILE": "prod", "AWS_ENDPOINT_URL_STS": "http://127.0.0.1:1", "AWS_MAX_ATTEMPTS": "2",
    ])
    try home.config(storedKeys("prod"))
    try put(kind, at: "log", home)
    let ended = try await run(["whoami"], home)
    #expect(ended.status != 137, "\(ended)")
    #expect(ended.errors.ranges(of: "SWITCHBACK_LOG").count == 1, "\(ended)")
    #expect(ended.errors.contains(home.path("log")), "\(ended)")
  }

  @Test func aLogIsNotWrittenThroughALink() async throws {
    let home = try Home([
      "AWS_PROFILE": "prod", "AWS_ENDPOINT_URL_STS": "http://127.0.0.1:1", "AWS_MAX_ATTEMPTS": "1",
    ])
    try home.config(storedKeys("prod"))
    try home.write("precious", "mine")
    #expect(symlink(home.path("precious"), home.path("log")) == 0)
    _ = try await home.switchback("whoami")
    #expect(try home.read("precious") == "mine")
  }
}

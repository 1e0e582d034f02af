import Foundation
import Testing

/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct BadStateTests {
  private func home() throws -> Home {
    let home = try Home()
    try home.config(storedKeys("prod") + storedKeys("dev"))
    return home
  }

  private func history(_ home: Home) async throws -> [String] {
    let recent = try await home.run(Home.heedingPermissions + ["switchback", "recent", "--json"])
    #expect(recent.status == 0, "\(recent)")
    return try recent.json(as: [Recent].self).map(\.entry)
  }

  @Test(arguments: ["not a database", String(repeating: "SQLite format 3\0", count: 512)])
  func aDamagedHistoryIsSetAside(damage: String) async throws {
    let home = try home()
    try home.write("state/switchback/state.sqlite", damage)
    let ended = try await home.switchback("exec", "prod", "--", "echo", "ran")
    #expect(ended.status == 0 && ended.output == "ran\n", "\(ended)")
    #expect(ended.errors.contains(home.path("state/switchback/state.sqlite")), "\(ended)")
    #expect(try await history(home) == ["prod"])
    let kept = try home.names(in: "state/switchback").map {
      try home.read("state/switchback/" + $0)
    }
    #expect(kept.contains(damage))
  }

  @Test(arguments: [["switchback"], ["switchback", "--accessible"]])
  func aHistoryThatCannotBeReadIsSaidByThePicker(command: [String]) async throws {
    let home = try home()
    // A folder in the file's place.
    try home.write("state/switchback/state.sqlite/mine", "x")
    let tmux = try await Tmux(home, command, size: .init(columns: 200, rows: 30))
    try await tmux.waits { $0.contains("could not be read") && $0.contains("prod") }
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
  }

  @Test func clearingSaysWhichDamagedHistoriesAreGone() async throws {
    let home = try home()
    try home.write("state/switchback/state.sqlite", "not a database")
    _ = try await home.switchback("exec", "prod", "--", "true")
    let damaged = home.names(in: "state/switchback").filter { $0.contains(".damaged-") }
    #expect(damaged.count == 1)
    let ended = try await home.switchback("recent", "--clear")
    #expect(ended.status == 0 && damaged.allSatisfy(ended.errors.contains), "\(ended)")
    #expect(home.names(in: "state/switchback").filter { $0.contains(".damaged-") } == [])
  }

  @Test func aHistoryThatCannotBeWrittenStopsNothing() async throws {
    let home = try home()
    _ = try await home.switchback("exec", "dev", "--", "true")
    try permissions(0o444, ofFilesIn: "state/switchback", folder: 0o555, home)
    let ended = try await home.run(
      Home.heedingPermissions + ["switchback", "exec", "prod", "--", "echo", "ran"])
    #expect(ended.status == 0 && ended.output == "ran\n", "\(ended)")
    #expect(ended.errors.contains("history"), "\(ended)")
    #expect(try await history(home) == ["dev"])
    try permissions(0o600, ofFilesIn: "state/switchback", folder: 0o700, home)
  }

  @Test func aFileWhereTheFolderShouldBeStopsNothing() async throws {
    let home = try home()
    try home.write("state/switchback", "mine")
    let ended = try await home.switchback("exec", "prod", "--", "echo", "ran")
    #expect(ended.status == 0 && ended.output == "ran\n", "\(ended)")
    #expect(ended.errors.contains("history"), "\(ended)")
    #expect(try home.read("state/switchback") == "mine")
    #expect(try await home.switchback("list").output.contains("prod"))
  }

  @Test func aCacheThatCannotBeWrittenStopsNothing() async throws {
    let home = try home()
    try home.write("cache/switchback", "mine")
    let ended = try await home.switchback("exec", "prod", "--", "echo", "ran")
    #expect(ended.status == 0 && ended.output == "ran\n", "\(ended)")
  }

  @Test func historiesOfManyTerminalsAreAllKept() async throws {
    let home = try home()
    await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<12 {
        group.addTask { _ = try await home.switchback("exec", "prod", "--", "true") }
      }
    }
    #expect(try await history(home).count == 12)
  }

  private func permissions(
    _ mode: Int, ofFilesIn folder: String, folder folderMode: Int, _ home: Home
  ) throws {
    for file in home.names(in: folder) {
      try FileManager.default.setAttributes(
        [.posixPermissions: mode], ofItemAtPath: home.path(folder + "/" + file))
    }
    try FileManager.default.setAttributes(
      [.posixPermissions: folderMode], ofItemAtPath: home.path(folder))
  }
}

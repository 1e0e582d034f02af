import Foundation
import Glibc
import Sandbox
import Testing

/// Settings that cannot be read protect all the same: nothing is switched to before that is put
/// right.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct FailClosedTests {
  private static let settings = "config/switchback/config.yaml"
  private static let good = "entries:\n- name: prod\n  confirm: true\n"

  /// A way to make the settings unusable.
  enum Fault: String, CaseIterable, Sendable {
    case noRights, folderWithoutRights, notUTF8, tab, openQuote, keyTwice, cut, folder, linkLoop
    case danglingFolder, danglingLink, danglingParent, tooLarge, notTrueOrFalse, misspelt, fifo

    var bytes: Data? {
      switch self {
      case .notUTF8: Data("entries:\n- name: pr".utf8) + [0xE9] + Data("d\n  confirm: true\n".utf8)
      case .tab: Data("entries:\n- name: prod\n\tconfirm: true\n".utf8)
      case .openQuote: Data("entries:\n- name: \"prod\n  confirm: true\n".utf8)
      case .keyTwice: Data((good + "  confirm: true\n").utf8)
      case .cut: Data("entries:\n- name: prod\n  conf".utf8)
      case .tooLarge: Data(repeating: UInt8(ascii: "#"), count: 65 << 20)
      case .notTrueOrFalse: Data("entries:\n- name: prod\n  confirm: sure\n".utf8)
      case .misspelt: Data("entries:\n- name: prod\n  confrim: true\n".utf8)
      case .noRights, .folderWithoutRights: Data(good.utf8)
      case .folder, .linkLoop, .danglingFolder, .danglingLink, .danglingParent, .fifo: nil
      }
    }
  }

  private func home(_ fault: Fault) throws -> Home {
    let home = try Home()
    try home.config(storedKeys("prod"))
    let files = FileManager.default
    let folder = home.path("config/switchback")
    let file = home.path(Self.settings)
    if let bytes = fault.bytes { try home.write(Self.settings, bytes) }
    switch fault {
    case .noRights: try files.setAttributes([.posixPermissions: 0], ofItemAtPath: file)
    case .folderWithoutRights: try files.setAttributes([.posixPermissions: 0], ofItemAtPath: folder)
    case .folder: try files.createDirectory(atPath: file, withIntermediateDirectories: true)
    case .linkLoop, .fifo:
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      if fault == .fifo {
        try #require(mkfifo(file, 0o600) == 0)
      } else {
        try files.createSymbolicLink(atPath: file, withDestinationPath: file)
      }
    case .danglingLink:
      try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try files.createSymbolicLink(atPath: file, withDestinationPath: home.path("not-mounted"))
    case .danglingParent:
      try files.createSymbolicLink(atPath: folder, withDestinationPath: home.path("not-mounted"))
    case .danglingFolder: try home.write("config/switchback", "a file in place of the folder")
    default: break
    }
    return home
  }

  @Test(arguments: Fault.allCases)
  func nothingIsSwitchedTo(_ fault: Fault) async throws {
    let home = try home(fault)
    let marker = home.path("work/ran")
    for command in [
      ["exec", "prod", "--", "touch", marker], ["shell", "prod", "--shell", "/bin/sh"],
      ["export", "prod"], ["credentials", "prod"],
      ["each", "--entry", "prod", "--", "touch", marker],
      ["check", "prod"],
    ] {
      let ended = try await home.run(Home.heedingPermissions + ["switchback"] + command)
      #expect(
        ended.refuses(2, saying: Self.settings, "--without-settings"),
        "\(fault) \(command) \(ended)")
    }
    #expect(!FileManager.default.fileExists(atPath: marker))
    if fault == .folderWithoutRights {
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o700], ofItemAtPath: home.path("config/switchback"))
    }
  }

  @Test(arguments: [Fault.noRights, .tab, .misspelt])
  func withoutThemItGoesOn(_ fault: Fault) async throws {
    let home = try home(fault)
    let ended = try await home.run(
      Home.heedingPermissions
        + ["switchback", "exec", "prod", "--without-settings", "--", "echo", "ran"])
    #expect(ended == Outcome(status: 0, output: "ran\n", errors: ""), "\(ended)")
  }

  @Test func anEntryThatIsNotConcernedIsSwitchedTo() async throws {
    let home = try home(.misspelt)
    try home.config(storedKeys("prod") + storedKeys("dev"))
    let ended = try await home.switchback("exec", "dev", "--", "echo", "ran")
    #expect(ended == Outcome(status: 0, output: "ran\n", errors: ""), "\(ended)")
    let checked = try await home.switchback("explain", "prod")
    #expect(checked.status == 0 && checked.errors.contains("did you mean 'confirm'?"), "\(checked)")
    let listed = try await home.switchback("list")
    #expect(listed.status == 0 && listed.errors.contains("config.yaml:3"), "\(listed)")
  }

  @Test func whatIsReadOnlyStaysSoWhereItIsRenewed() async throws {
    let home = try Home()
    try home.config(
      workplace("[profile prod]\nrole_arn = \(FakeAWS.role("Admin"))\nsource_profile = base\n"))
    try home.write(Self.settings, "entries:\n- name: prod\n  read_only: true\n")
    try await Served.serving(.workplace()) { served in
      let command = "grep credential_process \"$AWS_CONFIG_FILE\""
      let ended = try await home.switchback(
        "exec", "prod", "--refresh", "--", "sh", "-c", command,
        with: ["AWS_ENDPOINT_URL": served.url])
      #expect(ended.output.contains("--read-only"), "\(ended)")
    }
  }

  @Test func nothingButAFileIsReplacedByAFile() async throws {
    let home = try Home()
    try home.config(storedKeys("prod"))
    let pipe = home.path("work/pipe")
    try #require(mkfifo(pipe, 0o600) == 0)
    for target in [pipe] {
      let link = home.path("work/link")
      try? FileManager.default.removeItem(atPath: link)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: target)
      var before = stat()
      try #require(stat(target, &before) == 0)
      let ended = try await home.run(
        Home.heedingPermissions + [
          "switchback", "export", "prod", "--format", "ini", "--yes", "--profile", "p", "--file",
          link,
        ])
      #expect(ended.status == 2, "\(ended)")
      var after = stat()
      #expect(stat(target, &after) == 0 && after.st_mode == before.st_mode)
    }
  }

  @Test func theAccessibleListSaysWhyItDoesNotSwitch() async throws {
    let home = try home(.misspelt)
    // So wide that the sentence is on one line.
    let size = Tmux.Size(columns: 500, rows: 30)
    let tmux = try await Tmux(home, PlainPickerTests.accessible, size: size)
    try await tmux.waits(for: "config.yaml:3")
    try await tmux.keys("1<enter>")
    try await tmux.waits(for: "--without-settings")
  }

  @Test func thePickerSaysWhyItDoesNotSwitch() async throws {
    let home = try home(.misspelt)
    let tmux = try await Tmux(home, ["switchback"])
    try await tmux.waits(for: "config.yaml:3")
    try await tmux.keys("<enter>")
    try await tmux.waits(for: "--without-settings")
  }
}

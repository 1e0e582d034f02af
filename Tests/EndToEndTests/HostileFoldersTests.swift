import Foundation
import Glibc
import Testing

/// Folders that others can write to, disks without room, and what killed shells have left.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(3)))
struct HostileFoldersTests {
  private static let isRoot = geteuid() == 0
  private static let nobody: uid_t = 65534

  /// A home in whose TMPDIR anybody could make folders, as in /tmp.
  private func home() throws -> Home {
    let home = try Home()
    try home.config(storedKeys("prod"))
    #expect(chmod(home.path("tmp"), 0o1777) == 0)
    return home
  }

  private let shared = ["XDG_RUNTIME_DIR": ""]

  private func plant(_ name: String, mode: mode_t = 0o700, _ home: Home) throws {
    try home.write("tmp/\(name)/owner", "A running switchback has this file locked.\n")
    try home.write("tmp/\(name)/config-1", "secret")
    try home.write("tmp/\(name)/below/file", "")
    #expect(chmod(home.path("tmp/\(name)/owner"), 0o600) == 0)
    #expect(chmod(home.path("tmp/\(name)"), mode) == 0)
  }

  @Test func onlyAbandonedFoldersOfOurOwnAreRemoved() async throws {
    let home = try home()
    try plant("switchback-gone01", home)
    try plant("switchback-open01", mode: 0o755, home)
    try plant("elsewhere", home)
    #expect(symlink("elsewhere", home.path("tmp/switchback-link01")) == 0)
    try home.write("tmp/switchback-none01/file", "")
    #expect(chmod(home.path("tmp/switchback-none01"), 0o700) == 0)
    // Their makers were killed before they could say whose they are.
    try home.write("tmp/switchback-made01/.owner", "")
    #expect(chmod(home.path("tmp/switchback-made01"), 0o700) == 0)
    #expect(mkdir(home.path("tmp/switchback-bare01"), 0o700) == 0)
    // Another program's, by its name or by chance.
    try plant("switchback-backup", home)
    try home.write("tmp/switchback-backup/owner", "maya\n")
    #expect(chmod(home.path("tmp/switchback-backup/owner"), 0o600) == 0)
    try plant("switchback-held01", home)
    let held = open(home.path("tmp/switchback-held01/owner"), O_RDWR)
    defer { close(held) }
    #expect(flock(held, LOCK_EX) == 0)
    try plant("switchback-file01", home)
    #expect(unlink(home.path("tmp/switchback-file01/owner")) == 0)
    #expect(symlink("../elsewhere/owner", home.path("tmp/switchback-file01/owner")) == 0)
    let ended = try await home.run(
      ["switchback", "exec", "prod", "--refresh", "--", "true"], with: shared)
    #expect(ended.status == 0, "\(ended)")
    #expect(
      home.names(in: "tmp") == [
        "elsewhere", "switchback-backup", "switchback-bare01", "switchback-file01",
        "switchback-held01", "switchback-link01", "switchback-none01", "switchback-open01",
      ])
    #expect(home.names(in: "tmp/elsewhere") == ["below", "config-1", "owner"])
  }

  @Test(.enabled(if: isRoot, "only root can make folders of others"))
  func rootTouchesNoFolderOfAnother() async throws {
    let home = try home()
    try plant("switchback-evil01", home)
    try home.write("victim/precious", "")
    #expect(symlink(home.path("victim"), home.path("tmp/switchback-evil01/link")) == 0)
    for name in ["", "/owner", "/config-1", "/below"] {
      #expect(chown(home.path("tmp/switchback-evil01" + name), Self.nobody, Self.nobody) == 0)
    }
    for command in ["exec prod --refresh -- true", "exec prod --server -- true", "recent"] {
      let words = command.split(separator: " ").map(String.init)
      let ended = try await home.run(["switchback"] + words, with: shared)
      #expect(ended.status == 0, "\(ended)")
    }
    #expect(
      home.names(in: "tmp/switchback-evil01") == ["below", "config-1", "link", "owner"])
    #expect(home.names(in: "tmp/switchback-evil01/below") == ["file"])
    #expect(home.names(in: "victim") == ["precious"])
    #expect(home.names(in: "tmp") == ["switchback-evil01"])
  }

  /// Others may make any number with our names.
  @Test func ofThousandsOfFoldersFewAreLookedAt() async throws {
    let home = try home()
    let count = 600
    for number in 0..<count {
      let name = "tmp/switchback-n\(10000 + number)"
      try home.write(name + "/.owner", "")
      #expect(chmod(home.path(name), 0o700) == 0)
    }
    let ended = try await home.run(["switchback", "recent"], with: shared)
    #expect(ended.status == 0, "\(ended)")
    #expect(home.names(in: "tmp").count == count - 256)
  }

  /// A place without room is passed over, as one that cannot be written to is.
  @Test(
    .enabled(if: isRoot, "only root can mount a full disk"), arguments: ["--refresh", "--server"])
  func aFullPlaceIsPassedOver(_ delivery: String) async throws {
    let home = try home()
    let script = """
      mount -t tmpfs -o size=64k none "$XDG_RUNTIME_DIR" || exit 99
      head -c 1000000 /dev/zero >"$XDG_RUNTIME_DIR/filler" 2>/dev/null
      exec switchback exec prod \(delivery) -- printenv AWS_CONFIG_FILE
      """
    let ended = try await home.run(["unshare", "-m", "sh", "-c", script])
    #expect(ended.status == 0 && ended.output.hasPrefix(home.path("tmp/switchback-")), "\(ended)")
    #expect(home.names(in: "tmp") == [])
  }

  @Test(.enabled(if: isRoot, "only root can mount a full disk"))
  func aFullDiskOfTheHistoryIsSaidInWords() async throws {
    let home = try home()
    let script = """
      mkdir -p "$XDG_STATE_HOME/switchback" && mount -t tmpfs -o size=64k none "$XDG_STATE_HOME/switchback" || exit 99
      head -c 1000000 /dev/zero >"$XDG_STATE_HOME/switchback/filler" 2>/dev/null
      exec switchback exec prod -- echo ran
      """
    let ended = try await home.run(["unshare", "-m", "sh", "-c", script])
    #expect(ended.status == 0 && ended.output == "ran\n", "\(ended)")
    #expect(ended.errors.contains("no space is left on the disk that holds it"), "\(ended)")
  }

  @Test(.enabled(if: isRoot, "only root can mount a folder read-only"))
  func aTokenThatCannotBeRemovedIsNamed() async throws {
    let home = try home()
    let token =
      #"{"startUrl": "https://x.test", "region": "us-east-1", "accessToken": "at", "expiresAt": "2001-01-01T00:00:00Z"}"#
    try home.write("home/.aws/sso/cache/token.json", token)
    let script = """
      c="$HOME/.aws/sso/cache"; mount --bind "$c" "$c" && mount -o remount,ro,bind "$c" || exit 99
      exec switchback logout
      """
    let ended = try await home.run(["unshare", "-m", "sh", "-c", script])
    let path = home.path("home/.aws/sso/cache/token.json")
    #expect(ended.refuses(3, saying: path, "read-only file system"), "\(ended)")
    #expect(!ended.errors.contains("There was no login"))
  }

  struct Shell: CustomStringConvertible {
    var name: String
    var start: String
    var pid: String
    var description: String { name }
  }

  static let shells = [
    Shell(name: "bash", start: #"eval "$(switchback init bash)""#, pid: "$$"),
    Shell(name: "zsh", start: #"eval "$(switchback init zsh)""#, pid: "$$"),
    Shell(name: "fish", start: "switchback init fish | source", pid: "$fish_pid"),
  ]

  @Test(arguments: shells)
  func theFolderOfAKilledShellGoesWithTheNextRun(_ shell: Shell) async throws {
    let home = try home()
    let script = """
      \(shell.start)
      command touch (command dirname $SWITCHBACK_HANDOVER)/next.sh
      command switchback recent
      command ls $XDG_RUNTIME_DIR
      command kill -9 \(shell.pid)
      """
    let words = shell.name == "fish" ? script : script.replacing("(command", with: "$(command")
    let ended = try await home.run([shell.name, "-c", words])
    #expect(ended.status == 137, "\(ended)")
    // It lived then.
    #expect(ended.output.hasPrefix("switchback-") && ended.output.utf8.count == 18, "\(ended)")
    #expect(home.names(in: "runtime").count == 1)
    _ = try await home.switchback("recent")
    #expect(home.names(in: "runtime") == [])
  }

  @Test(arguments: shells)
  func aShellThatEndsLeavesNothing(_ shell: Shell) async throws {
    let home = try home()
    let ended = try await home.run([shell.name, "-c", shell.start + "\nexit 0"])
    #expect(ended.status == 0 && ended.errors.isEmpty, "\(ended)")
    #expect(home.names(in: "runtime") == [])
  }
}

import AWSConfig
import ArgumentParser
import Foundation
import Secrets
import Synchronization
import Testing
@testable import Switchback

/// `export --format ini` with a real file, in a folder of the test's own.
struct CredentialsMergeTests {
  private final class Folder: Sendable {
    let path = FileManager.default.temporaryDirectory.path + "/merge-" + UUID().uuidString

    init() throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }
  }

  private final class Heard: Sendable {
    let said = Mutex<[String]>([])
    let written = Mutex("")
  }

  private let folder: Folder
  private let heard = Heard()
  private var file: String { folder.path + "/credentials" }
  private let before = "[dev]\naws_access_key_id = AKIADEV\naws_secret_access_key = dev/secret\n"

  init() throws {
    folder = try Folder()
    try Data(before.utf8).write(to: URL(filePath: file))
  }

  private func world(typing answer: String?) -> World {
    var world = World.stub(environment: ["AWS_SHARED_CREDENTIALS_FILE": file])
    world.read = { path in FileManager.default.contents(atPath: path).map { [UInt8]($0) } }
    world.say = { [heard] line in heard.said.withLock { $0.append(line) } }
    world.write = { [heard] bytes in
      heard.written.withLock { $0 += String(decoding: bytes, as: UTF8.self) }
    }
    world.prompter.ask = { _, _ in answer }
    return world
  }

  private func merge(
    _ arguments: [String] = [], profile: String = "now", config: String = "", in world: World
  ) throws {
    let keys = AWSCredentials(
      accessKeyID: "ASIANEW", secretAccessKey: Secret("new/secret"),
      sessionToken: Secret("new/token"))
    let shared = SharedConfig(
      config: Array(config.utf8), configPath: "config", credentials: [], credentialsPath: "")
    let options = try CredentialsFileOptions.parse(arguments)
    try CredentialsMerge(keys: keys, region: "eu-west-1", profile: profile, options).run(
      shared, world)
  }

  private var text: String? {
    FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
  }

  private var names: [String] {
    get throws { try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() }
  }

  @Test func yesWritesAndKeepsWhatWasThere() throws {
    try merge(in: world(typing: "y"))
    #expect(text?.hasPrefix(before + "\n[now]\naws_access_key_id = ASIANEW\n") == true)
    #expect(try names == ["credentials", "credentials.backup-20260921-141320"])
    let said = heard.said.withLock { $0.joined(separator: "\n") }
    #expect(said.contains("+[now]") && said.contains("+aws_session_token = ••••"))
    #expect(!said.contains("secret\n") && !said.contains("new/"))
  }

  @Test(arguments: ["", "n", "no", "yep", "Y E S"])
  func anythingElseWritesNothing(_ answer: String) throws {
    #expect(throws: CommandError(status: 130, description: "Nothing was written.")) {
      try merge(in: world(typing: answer))
    }
    #expect(try text == before && names == ["credentials"])
  }

  @Test func withoutATerminalTheWayOutIsNamed() throws {
    var world = world(typing: nil)
    world.prompter.ask = { _, _ in throw CommandError.input("no terminal") }
    #expect { try merge(in: world) } throws: { "\($0)".contains("--yes") }
    #expect(text == before)
    try merge(["--yes"], in: world)
    #expect(text != before)
  }

  @Test func printWritesTheSectionAndNothingElse() throws {
    try merge(["--print"], in: world(typing: nil))
    #expect(
      heard.written.withLock { $0 } == """
        [now]
        aws_access_key_id = ASIANEW
        aws_secret_access_key = new/secret
        aws_session_token = new/token
        region = eu-west-1

        """)
    #expect(try text == before && names == ["credentials"])
  }

  @Test func longLivedKeysAreReplacedOnlyWhereThatIsSaid() throws {
    #expect(throws: CredentialsFileError.longLived("dev", file: file, line: 1)) {
      try merge(["--yes"], profile: "dev", in: world(typing: nil))
    }
    #expect(text == before)
    try merge(["--yes", "--replace"], profile: "dev", in: world(typing: nil))
    #expect(text?.contains("ASIANEW") == true)
  }

  @Test func theSameKeysAreNotWrittenAgain() throws {
    try merge(["--yes"], in: world(typing: nil))
    let names = try names
    try merge(in: world(typing: nil))
    #expect(try self.names == names)
    #expect(heard.said.withLock { $0.last }?.contains("already") == true)
  }

  @Test func aProfileThatWouldNotBeReadIsSaid() throws {
    let config = "[profile now]\nrole_arn = arn:aws:iam::111111111111:role/Admin\nregion = x\n"
    try merge(["--yes"], config: config, in: world(typing: nil))
    #expect(heard.said.withLock { $0.first }?.contains("role_arn") == true)
    #expect(text?.contains("region") == false)
  }
}

import AWSConfig
import Accounts
import Testing

/// What is not text, or too much of something, costs its own lines and nothing else.
struct DamagedFileTests {
  @Test func aLineThatIsNotUTF8IsSkipped() {
    let bytes = Array("[profile a]\nk = ".utf8) + [0xE9, 0x0A] + Array("l = v\n".utf8)
    let config = SharedConfig(
      config: bytes, configPath: "config", credentials: [], credentialsPath: "credentials")
    #expect(config.readProfiles == ["a": ["l": "v"]])
    #expect(config.linesWithDiagnostics == [2])
  }

  /// Lines under it or continuing it do not belong to the profile above.
  @Test(arguments: ["[profile \u{0}]\nm = w\n", "k\u{0} = v\n  m = w\n"])
  func whatFollowsALineThatIsNotUTF8IsSkippedWithIt(_ lines: String) {
    let damaged = lines.utf8.map { $0 == 0 ? 0xE9 : $0 }
    let config = SharedConfig(
      config: Array("[profile a]\nl = v\n".utf8) + damaged, configPath: "config", credentials: [],
      credentialsPath: "credentials")
    #expect(config.readProfiles == ["a": ["l": "v"]])
  }

  @Test func aNulIsAByteLikeAnother() {
    #expect(SharedConfig("[profile a]\nk = x\0y").readProfiles == ["a": ["k": "x\0y"]])
  }

  @Test func manyOfASortAreCounted() {
    let config = SharedConfig(
      "[profile a]\n" + String(repeating: "junk\n", count: 1000) + "k = v # c")
    #expect(config.diagnostics.count == 22)
    #expect(config.diagnostics.contains { $0.message.contains("980 more places") })
    #expect(config.readProfiles == ["a": ["k": "v"]])
  }

  @Test func everyByteTwiceOver() {
    // Each pair of bytes in a row: nothing may trap, and what stands behind is read.
    for first in UInt8.min...UInt8.max {
      var bytes: [UInt8] = []
      for second in UInt8.min...UInt8.max { bytes += [first, second, 0x3D, second, first] }
      bytes += Array("\n[profile a]\nk = v\n".utf8)
      let config = SharedConfig(
        config: bytes, configPath: "config", credentials: bytes, credentialsPath: "credentials")
      #expect(config.profile("a") != nil)
    }
  }

  @Test func aSectionOfManyKeysIsReadInTime() throws {
    let lines = (0..<20_000).map { "key\($0) = \($0)\n" }.joined()
    let config = SharedConfig("[profile a]\n" + lines + "region = x\nkey7 = again\n")
    let profile = try #require(config.profile("a"))
    #expect(profile.config.all.count == 20_001)
    #expect(profile.text(.region) == "x")
    #expect(profile.config.value(PropertyKey("key7")) == .text("again"))
    #expect(config.linesWithDiagnostics == [20_003])
  }

  @Test(arguments: 1...30)
  func aKeyIsFoundAgainHoweverManyThereAre(_ count: Int) {
    let lines = (1...count).map { "key\($0) = old\n" }.joined()
    let config = SharedConfig("[profile a]\nregion = old\n" + lines + "key1 = new\nregion = new\n")
    #expect(config.profile("a")?.text(.region) == "new")
    #expect(config.profile("a")?.config.value(PropertyKey("key1")) == .text("new"))
    #expect(config.profile("a")?.config.all.count == count + 1)
  }

  @Test func noDiagnosticQuotesAValue() {
    let secret = "wJalrXUtnFEMI"
    let config = SharedConfig(
      "\(secret)\n[profile a]\n\(secret)\n= \(secret)\naws_secret_access_key = \(secret) # \(secret)\n"
        + "s3 =\n  \(secret)\n[\(secret.prefix(3))\naws_secret_access_key \(secret)\n")
    #expect(config.diagnostics.count == 6)
    #expect(!config.diagnostics.contains { $0.message.contains(secret) })
  }
}

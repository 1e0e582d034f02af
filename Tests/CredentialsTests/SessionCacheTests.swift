import Credentials
import Foundation
import Secrets
import Testing

struct SessionCacheTests {
  let folder: String
  let cache: SessionCache
  let now = Date(timeIntervalSince1970: 1_790_000_000)

  init() throws {
    folder = NSTemporaryDirectory() + "switchback-tests-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    // Where the kernel has no keyring for us, the key is a file.
    cache = SessionCache(folder: folder + "/cache", keyFolder: folder + "/runtime")
  }

  @Test func givesBackWhatWasKept() {
    defer { remove() }
    cache.keep(session("prod"))
    #expect(cache.session(of: "prod", fingerprint: "f") == session("prod"))
    #expect(cache.session(of: "dev", fingerprint: "f") == nil)
  }

  @Test func holdsNoSecretInTheClearAndIsForItsOwnerOnly() throws {
    defer { remove() }
    cache.keep(session("prod"))
    let file = try #require(try files().first)
    let bytes = try Data(contentsOf: URL(filePath: file))
    #expect(
      bytes.range(of: Data("hidden".utf8)) == nil && bytes.range(of: Data("prod".utf8)) == nil)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func aDamagedFileIsNoSession() throws {
    defer { remove() }
    cache.keep(session("prod"))
    let file = try #require(try files().first)
    for damaged in [Data(), Data("rubbish".utf8), try flipped(file)] {
      try damaged.write(to: URL(filePath: file))
      #expect(cache.session(of: "prod", fingerprint: "f") == nil)
    }
    cache.keep(session("prod"))
    #expect(cache.session(of: "prod", fingerprint: "f") != nil)
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 9.3e18, -1, 253_402_300_800])
  func anEndThatNoServiceGivesIsNoSession(_ seconds: Double) {
    defer { remove() }
    var odd = session("prod")
    odd.keys.expiration = Date(timeIntervalSince1970: seconds)
    cache.keep(odd)
    #expect(cache.session(of: "prod", fingerprint: "f") == nil)
    #expect(cache.ends(at: now).isEmpty)
  }

  @Test func aFileUnderAnothersNameDoesNotOpen() throws {
    defer { remove() }
    cache.keep(session("prod"))
    let prod = try #require(try files().first)
    cache.keep(session("dev"))
    let dev = try #require(try files().first { $0 != prod })
    try Data(contentsOf: URL(filePath: prod)).write(to: URL(filePath: dev))
    #expect(
      cache.session(of: "dev", fingerprint: "f") == nil
        && cache.session(of: "prod", fingerprint: "f") != nil)
  }

  @Test func tellsWhenSessionsEndAndForgetsThoseThatHave() throws {
    defer { remove() }
    cache.keep(session("prod"))
    cache.keep(session("old", ending: now - 1))
    #expect(cache.ends(at: now) == ["prod": 1_790_003_600])
    #expect(try files().count == 1)
  }

  @Test func nothingKeptIsNothingFound() {
    defer { remove() }
    #expect(cache.session(of: "prod", fingerprint: "f") == nil && cache.ends(at: now).isEmpty)
  }

  @Test func chainsOfOneEntryDoNotPushEachOtherOut() {
    defer { remove() }
    cache.keep(session("prod"))
    cache.keep(session("prod", ending: now + 60, fingerprint: "g"))
    #expect(cache.session(of: "prod", fingerprint: "f")?.keys.expiration == now + 3600)
    #expect(cache.session(of: "prod", fingerprint: "g")?.keys.expiration == now + 60)
    #expect(cache.ends(at: now) == ["prod": 1_790_003_600])
    cache.forget("prod", fingerprint: "f")
    #expect(cache.session(of: "prod", fingerprint: "f") == nil)
  }

  @Test func whatCameByALoginIsForgottenWithIt() {
    defer { remove() }
    cache.keep(session("prod", login: "corp"))
    cache.keep(session("dev", login: "other"))
    #expect(cache.forgetAll(login: "corp").value == 1)
    #expect(cache.session(of: "prod", fingerprint: "f") == nil)
    #expect(cache.session(of: "dev", fingerprint: "f")?.login == "other")
  }

  /// Its key is out of reach, or another: it may have come by any login, and be used again.
  @Test func whatCannotBeOpenedIsForgottenWithAnyLogin() throws {
    defer { remove() }
    cache.keep(session("prod"))
    let sealed = folder + "/cache/sessions/" + String(repeating: "a", count: 64)
    try Data("sealed with another key".utf8).write(to: URL(filePath: sealed))
    #expect(cache.forgetAll(login: "corp").value == 1)
    #expect(!FileManager.default.fileExists(atPath: sealed))
    #expect(cache.session(of: "prod", fingerprint: "f") != nil)
  }

  @Test func whatIsUnknownStaysUnknown() {
    defer { remove() }
    let bare = Session(
      entry: "é\n", keys: AWSCredentials(accessKeyID: "AK", secretAccessKey: Secret("")),
      fingerprint: "f")
    cache.keep(bare)
    #expect(cache.session(of: "é\n", fingerprint: "f") == bare)
  }

  /// By either clock: the one that was learnt may be wrong, and the machine's may be set.
  @Test(arguments: [
    (0.0, 0.0, 3600.0), (1800, 1800, 1800), (-86_400, 1800, 1800), (1800, -86_400, 1800),
    (0, 4000, -400), (4000, 0, -400),
  ])
  func noClockMakesASessionLastLonger(_ aws: Double, _ here: Double, _ left: Double) {
    var session = session("prod")
    (session.obtained, session.obtainedHere) = (now, now + 500_000)
    let (aws, here) = (now + aws, now + 500_000 + here)
    #expect(session.left(at: aws, machine: here) == left)
    #expect(session.isFresh(at: aws, machine: here) == (left >= 900))
    defer { remove() }
    cache.keep(session)
    let ends = cache.ends(at: aws, machine: here)
    #expect(ends == (left > 0 ? ["prod": Int((aws + left).timeIntervalSince1970)] : [:]))
  }

  private func session(
    _ entry: String, ending: Date? = nil, fingerprint: String = "f", login: String? = nil
  ) -> Session {
    let keys = AWSCredentials(
      accessKeyID: "ASIAEXAMPLE", secretAccessKey: Secret("hidden"), sessionToken: Secret("hidden"),
      expiration: ending ?? now + 3600, accountID: "111111111111")
    return Session(
      entry: entry, keys: keys, arn: "arn:aws:sts::1:x", fingerprint: fingerprint,
      login: login, obtained: now - 0.1)
  }

  private func files() throws -> [String] {
    let sessions = folder + "/cache/sessions"
    return try FileManager.default.contentsOfDirectory(atPath: sessions).map { sessions + "/" + $0 }
  }

  private func flipped(_ file: String) throws -> Data {
    var bytes = try Data(contentsOf: URL(filePath: file))
    bytes[bytes.count / 2] ^= 1
    return bytes
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

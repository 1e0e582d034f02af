import Accounts
import Canvas
import Files
import Foundation
import Glibc
import Search
import TestSupport
import Testing

struct CatalogueCacheTests {
  private let folder: TestFolder
  private let source: String
  private let file: String
  private let later = Date(timeIntervalSinceNow: 60)

  init() throws {
    folder = try TestFolder()
    source = folder.path + "/config"
    file = folder.path + "/cache/catalogue"
    try "one".write(toFile: source, atomically: false, encoding: .utf8)
  }

  private var cache: CatalogueCache {
    CatalogueCache(file: file, sources: [source, folder.path + "/absent"], program: "/bin/sh")
  }

  private let entry = Entry(
    name: "prod", label: Label(displayName: "Production", color: .black), kind: .assumeRole,
    origin: Origin(file: "config", line: 1))

  private func keep(now: Date? = nil) {
    let cache = cache
    cache.write(cache.table(of: [entry], pickerData: Data("r".utf8)), now: now ?? later)
  }

  @Test func givesBackWhatWasKept() throws {
    #expect(cache.read() == nil)
    keep()
    let kept = try #require(cache.read())
    #expect(kept.table.entry(0) == entry && kept.pickerData == Data("r".utf8))
    let rights = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(rights as? Int == 0o600)
  }

  @Test(arguments: ["other", "tw0"])
  func saysWhichSourceHasChanged(text: String) throws {
    keep()
    try text.write(toFile: source, atomically: true, encoding: .utf8)
    let kept = try #require(cache.read())
    #expect(kept.changed == [source])
    #expect(kept.table.entry(0) == entry && kept.pickerData == Data("r".utf8))
  }

  @Test func saysThatAnAbsentSourceIsThereNow() throws {
    keep()
    try "".write(toFile: folder.path + "/absent", atomically: true, encoding: .utf8)
    #expect(cache.read()?.changed == [folder.path + "/absent"])
  }

  @Test func isNoGoodToAnotherProgramNorOfOtherSources() throws {
    keep()
    let others = [
      CatalogueCache(file: file, sources: [source, folder.path + "/absent"], program: source),
      CatalogueCache(file: file, sources: [source], program: "/bin/sh"),
      CatalogueCache(
        file: file, sources: [source, folder.path + "/other"], program: "/bin/sh"),
    ]
    for other in others { #expect(other.read() == nil) }
  }

  @Test func keepsNothingOfASourceThatChangedMeanwhile() throws {
    let before = cache
    try "other".write(toFile: source, atomically: true, encoding: .utf8)
    before.write(before.table(of: [entry], pickerData: Data()), now: later)
    #expect(cache.read() == nil)
  }

  @Test func keepsNothingOfASourceThatMayStillBeChanging() {
    keep(now: Date())
    #expect(cache.read() == nil)
  }

  @Test func survivesDamage() throws {
    keep()
    let whole = try Data(contentsOf: URL(fileURLWithPath: file))
    for length in stride(from: 0, to: whole.count, by: 7) {
      try whole.prefix(length).write(to: URL(fileURLWithPath: file))
      #expect(cache.read() == nil)
    }
  }

  @Test(arguments: [Int.max, .min, 9_223_372_037, -9_223_372_038])
  func aSourceDatedFarAwayIsStampedToo(seconds: Int) {
    // As far as the file system supports it.
    var times = [timespec(), timespec(tv_sec: seconds, tv_nsec: 0)]
    _ = utimensat(AT_FDCWD, source, &times, 0)
    #expect(FileStamp(of: source) == FileStamp(of: source))
    keep()
  }
}

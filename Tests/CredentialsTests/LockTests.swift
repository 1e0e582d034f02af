import Credentials
import Foundation
import Glibc
import STS
import Synchronization
import Testing

struct LockTests {
  let folder = NSTemporaryDirectory() + "switchback-tests-\(UUID().uuidString)"
  let hurried = Timing(now: { Date(timeIntervalSince1970: 0) }, sleep: { _ in }, chance: { 0 })

  var locks: Locks { Locks(folder: folder) }

  @Test func isHeldByOneAtATime() async throws {
    defer { remove() }
    let lock = try #require(try await locks.take("x", hurried))
    await #expect(throws: CredentialProblem.stillLocked("x", seconds: 45)) {
      _ = try await locks.take("x", hurried)
    }
    #expect(try await locks.take("y", hurried) != nil)
    lock.release()
    #expect(try await locks.take("x", hurried) != nil)
  }

  @Test func endsWithWhoeverHasIt() async throws {
    defer { remove() }
    _ = try await locks.take("x", hurried)
    #expect(try await locks.take("x", hurried) != nil)
  }

  @Test func isGivenBackWhereWhatItWasHeldForFails() async throws {
    defer { remove() }
    await #expect(throws: CancellationError.self) {
      try await locks.hold("x", hurried) { throw CancellationError() }
    }
    #expect(try await locks.hold("x", hurried) { 7 } == 7)
  }

  @Test func isWaitedForEverLongerAndNoLongerThanSaid() async throws {
    defer { remove() }
    let slept = Mutex<[Duration]>([])
    var timing = hurried
    timing.sleep = { time in slept.withLock { $0.append(time) } }
    let lock = try await locks.take("x", timing)
    await #expect(throws: CredentialProblem.self) {
      _ = try await locks.take("x", seconds: 1, timing)
    }
    let times = slept.withLock(\.self)
    #expect(Array(times.prefix(5)) == [5, 10, 20, 40, 50].map(Duration.milliseconds))
    #expect((.seconds(1) ..< .milliseconds(1051)).contains(times.reduce(.zero, +)))
    withExtendedLifetime(lock) {}
  }

  @Test func ofAnotherProcessIsRespectedUntilItIsKilled() async throws {
    defer { remove() }
    try await locks.hold("x", hurried) {}
    let other = try holder()
    await #expect(throws: CredentialProblem.self) {
      _ = try await locks.take("x", seconds: 1, hurried)
    }
    kill(other.processIdentifier, SIGKILL)
    other.waitUntilExit()
    #expect(try await locks.take("x", seconds: 1, hurried) != nil)
  }

  @Test func isForItsOwnerOnly() async throws {
    defer { remove() }
    try await locks.hold("x", hurried) {}
    let file = try lockFile()
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test func whereNoneCanBeMadeItGoesOnWithout() async throws {
    #expect(try await Locks(folder: "/proc/nowhere").take("x", hurried) == nil)
    #expect(try await Locks(folder: "/proc/nowhere").hold("x", hurried) { 7 } == 7)
  }

  /// Another process that holds the lock: it says so once it does.
  private func holder() throws -> Process {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/flock")
    process.arguments = ["--no-fork", try lockFile(), "sh", "-c", "echo held; exec sleep 60"]
    process.standardOutput = pipe
    try process.run()
    _ = pipe.fileHandleForReading.availableData
    return process
  }

  private func lockFile() throws -> String {
    let folder = folder + "/locks"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    return folder + "/" + (try #require(names.first))
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

import AWSClient
import Credentials
import Files
import Foundation
import Glibc
import Synchronization
import Testing

struct LockTests {
  let folder = NSTemporaryDirectory() + "switchback-tests-\(UUID().uuidString)"
  let hurried = Timing(now: { Date(timeIntervalSince1970: 0) }, sleep: { _ in }, chance: { 0 })

  var locks: Locks { Locks(folder: folder) }

  @Test func isHeldByOneAtATime() async throws {
    defer { remove() }
    let lock = try #require(try await locks.take("x", hurried))
    await #expect(throws: CredentialError.stillLocked("x", seconds: 45)) {
      _ = try await locks.take("x", hurried)
    }
    #expect(try await locks.take("y", hurried) != nil)
    lock.release()
    #expect(try await locks.take("x", hurried) != nil)
  }

  @Test func endsWithItsHolder() async throws {
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
    await #expect(throws: CredentialError.self) {
      _ = try await locks.take("x", seconds: 1, timing)
    }
    let times = slept.withLock(\.self)
    #expect(Array(times.prefix(5)) == [5, 10, 20, 40, 50].map(Duration.milliseconds))
    #expect((.seconds(1) ..< .milliseconds(1051)).contains(times.reduce(.zero, +)))
    withExtendedLifetime(lock) {}
  }

  @Test func ofAnotherProcessIsRespectedUntilItIsKilled() async throws {
    defer { remove() }
    let other = try holder()
    await #expect(throws: CredentialError.self) {
      _ = try await locks.take("x", seconds: 1, hurried)
    }
    kill(other.processIdentifier, SIGKILL)
    other.waitUntilExit()
    #expect(try await locks.take("x", seconds: 1, hurried) != nil)
  }

  @Test func isForItsOwnerOnly() async throws {
    defer { remove() }
    let lock = try await locks.take("x", hurried)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    withExtendedLifetime(lock) {}
  }

  @Test func leavesNoFile() async throws {
    defer { remove() }
    let lock = try await locks.take("x", hurried)
    #expect(try files() == [file])
    await #expect(throws: CredentialError.self) {
      _ = try await locks.take("x", seconds: 1, hurried)
    }
    #expect(try files() == [file])
    lock?.release()
    #expect(try files().isEmpty)
  }

  @Test func whoWaitedForAFileThatIsGoneWaitsForTheNextHolders() async throws {
    defer { remove() }
    let holders = Mutex<[FileLock]>([try #require(try await locks.take("x", hurried))])
    var patient = hurried
    patient.sleep = { [locks, hurried] _ in
      guard holders.withLock({ $0.count == 1 }) else { return }
      holders.withLock { $0[0].release() }
      if let next = try await locks.take("x", hurried) { holders.withLock { $0.append(next) } }
    }
    await #expect(throws: CredentialError.self) {
      _ = try await locks.take("x", seconds: 1, patient)
    }
    #expect(holders.withLock { $0.map(\.isHeld) } == [false, true])
    holders.withLock { $0[1].release() }
    #expect(try await locks.take("x", hurried)?.isHeld == true)
  }

  @Test func ofManyWhoTakeItAgainAndAgainOneHasItAtATime() async throws {
    defer { remove() }
    var restless = hurried
    restless.sleep = { _ in await Task.yield() }
    let room = Room()
    try await withThrowingTaskGroup(of: Void.self) { [locks, restless] group in
      for _ in 0..<20 {
        group.addTask {
          for _ in 0..<50 {
            try await locks.hold("x", seconds: 1_000_000, restless) {
              room.enter()
              await Task.yield()
              room.leave()
            }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(room.most == 1)
    #expect(try files().isEmpty)
  }

  @Test func whereNoneCanBeMadeItGoesOnWithout() async throws {
    #expect(try await Locks(folder: "/proc/nowhere").take("x", hurried) == nil)
    #expect(try await Locks(folder: "/proc/nowhere").hold("x", hurried) { 7 } == 7)
  }

  /// Another process that holds the lock: it says so once it does.
  private func holder() throws -> Process {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/usr/bin/flock")
    makePrivateFolder(folder + "/locks")
    process.arguments = ["--no-fork", file, "sh", "-c", "echo held; exec sleep 60"]
    process.standardOutput = pipe
    try process.run()
    _ = pipe.fileHandleForReading.availableData
    return process
  }

  private var file: String { folder + "/locks/" + sha256("x") }

  private func files() throws -> [String] {
    let folder = folder + "/locks"
    return try FileManager.default.contentsOfDirectory(atPath: folder).map { folder + "/" + $0 }
  }

  private func remove() { try? FileManager.default.removeItem(atPath: folder) }
}

/// Counts who is inside at a time.
private final class Room: Sendable {
  private let counts = Mutex((inside: 0, most: 0))

  var most: Int { counts.withLock(\.most) }

  func enter() {
    counts.withLock { counts in
      counts.inside += 1
      counts.most = max(counts.most, counts.inside)
    }
  }

  func leave() { counts.withLock { $0.inside -= 1 } }
}

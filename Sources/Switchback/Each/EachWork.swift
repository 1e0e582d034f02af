import Accounts
import Credentials
import Foundation
import Glibc
import Shells
import Terminal

/// A command, found and ready to be run as any entry.
struct EachWork: Sendable {
  /// Its own name first.
  let words: [String]
  /// Where it was found.
  let path: String
  let choice: Choice
  let settings: Settings
  /// How it comes by its credentials.
  let delivery: Settings.CredentialDelivery
  let report: RunReport
  let world: World
  let children = ApartChildren()

  /// Runs it with an entry's session, and reports; gives how it went.
  ///
  /// Throws `RunSessions.Lack` where the credentials cannot be delivered as is wanted.
  func run(
    _ index: Int, _ entry: Entry, _ session: Session, _ plan: Plan
  ) async throws -> Schedule.Ending {
    let arrival = Arrival(
      target: .entry(entry), session: session, plan: plan, choice: choice, settings: settings)
    guard delivery != .keys else { return await run(index, as: arrival, .keys) }
    let delivering: Delivering
    do { delivering = try await Delivering(of: arrival, by: delivery, world) } catch {
      throw RunSessions.Lack.refused(Failure(error, entry: entry.name).description)
    }
    let ending = await run(index, as: arrival, delivering.delivery)
    await delivering.end()
    return ending
  }

  private func run(
    _ index: Int, as arrival: Arrival, _ delivery: Delivery
  ) async -> Schedule.Ending {
    let identity = arrival.identity(world.environment, delivery: delivery)
    let child = Child(
      path: path, arguments: words,
      environment: childEnvironment(world.environment, wearing: identity))
    return await withCheckedContinuation { continuation in
      // A thread of its own lives as long as the command: when it dies, so does the command.
      Thread.detachNewThread { continuation.resume(returning: runHere(child, index, arrival)) }
    }
  }

  private func runHere(_ child: Child, _ index: Int, _ arrival: Arrival) -> Schedule.Ending {
    var recent = arrival.recent(.each, at: world.now(), world.environment)
    recent.process = ProcessIdentity(getpid())
    let id = remembered(recent, world)
    var output = report.output(of: index, folder: spoolFolder)
    let start = ContinuousClock.now
    let status = run(child, &output)
    // Where all are told to end, it is not the command that fails.
    let ending: Schedule.Ending = children.isEnding && status != 0 ? .stopped : .ran(status)
    if let id { try? world.store.finish(id, exitStatus: Int(status)) }
    report.ran(
      index, RunFacts(arrival, world.environment), ending, status: status,
      took: ContinuousClock.now - start, output)
    return ending
  }

  private func run(_ child: Child, _ output: inout EntryOutput) -> Int32 {
    do throws(SpawnProblem) {
      let end = try children.run(child, mergesErrors: report.mergesErrors) { stream, bytes in
        output.take(stream, bytes, report.display)
      }
      return end.status
    } catch {
      output.take("switchback: \(error)", report.display)
      return error.status
    }
  }

  /// Not `$XDG_RUNTIME_DIR`, which is memory.
  private var spoolFolder: String {
    world.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
  }
}

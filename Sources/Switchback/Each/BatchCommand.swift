import Accounts
import Batch
import Credentials
import Foundation
import Glibc
import Shells
import Terminal

/// A command, found and ready to be run as any entry.
struct BatchCommand: Sendable {
  /// Its own name first.
  let words: [String]
  /// Where it was found.
  let path: String
  let choice: SessionOptions
  let settings: Settings
  /// How it comes by its credentials.
  let delivery: Settings.CredentialMode
  let report: RunReport
  let world: World
  let children = DetachedCommands()

  /// Runs it with an entry's session, and reports; gives how it went.
  ///
  /// Throws `BatchSessions.Lack` where the credentials cannot be delivered as is wanted.
  func run(
    _ index: Int, _ entry: Entry, _ session: Session, _ plan: Plan
  ) async throws -> Schedule.Outcome {
    let arrival = ActiveSession(
      target: .entry(entry), session: session, plan: plan, choice: choice, settings: settings)
    guard delivery != .keys else { return await run(index, as: arrival, .keys) }
    let delivering: ChildCredentials
    do { delivering = try await ChildCredentials(of: arrival, by: delivery, world) } catch {
      throw BatchSessions.SessionUnavailableError.refused(
        CommandError(error, entry: entry.name).description)
    }
    let ending = await run(index, as: arrival, delivering.delivery)
    await delivering.end()
    return ending
  }

  private func run(
    _ index: Int, as arrival: ActiveSession, _ delivery: DeliveryMethod
  ) async -> Schedule.Outcome {
    let identity = arrival.identity(world.environment, delivery: delivery)
    let child = Child(
      path: path, arguments: words,
      environment: childEnvironment(world.environment, for: identity))
    return await withCheckedContinuation { continuation in
      // A thread of its own lives as long as the command: when it dies, so does the command.
      Thread.detachNewThread {
        continuation.resume(returning: runOnThisThread(child, index, arrival))
      }
    }
  }

  private func runOnThisThread(_ child: Child, _ index: Int, _ arrival: ActiveSession)
    -> Schedule.Outcome
  {
    var recent = arrival.recent(.each, at: world.now(), world.environment)
    recent.process = ProcessIdentity(getpid())
    let id = recordSwitch(recent, world)
    var output = report.output(of: index, folder: spoolFolder)
    let start = ContinuousClock.now
    let status = run(child, &output)
    // Where all are told to end, it is not the command that fails.
    let ending: Schedule.Outcome = children.isEnding && status != 0 ? .stopped : .ran(status)
    if let id { try? world.store.finish(id, exitStatus: Int(status)) }
    report.reportRun(
      index, ReportedEntry(arrival, world.environment), ending, status: status,
      took: ContinuousClock.now - start, output)
    return ending
  }

  private func run(_ child: Child, _ output: inout EntryOutput) -> Int32 {
    do throws(SpawnError) {
      let end = try children.run(child, mergesErrors: report.mergesErrors) { stream, bytes in
        output.take(stream == .output ? .output : .errors, bytes, report.display)
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

extension ReportedEntry {
  /// As the session and its command have it.
  fileprivate init(_ session: ActiveSession, _ environment: [String: String]) {
    self.init(session.entry)
    accountID = session.accountID
    region = session.region(environment)
  }
}

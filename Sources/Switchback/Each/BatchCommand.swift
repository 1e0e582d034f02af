import Accounts
import Batch
import Credentials
import Foundation
import Glibc
import Shells
import Terminal

/// A command that was found and can run for any entry.
struct BatchCommand: Sendable {
  /// The command's words, its name first.
  let words: [String]
  /// The path of the command's file.
  let path: String
  let options: SessionOptions
  let settings: Settings
  /// How the command gets its credentials.
  let delivery: Settings.CredentialMode
  let report: RunReport
  let world: World
  let children = DetachedCommands()

  /// Runs the command with an entry's session, reports it, and gives the outcome.
  ///
  /// Throws a `BatchSessions.SessionUnavailableError` if the credentials cannot be delivered.
  func run(
    _ index: Int, _ entry: Entry, _ session: Session, _ plan: Plan
  ) async throws -> Schedule.Outcome {
    let activeSession = ActiveSession(
      target: .entry(entry), session: session, plan: plan, options: options, settings: settings)
    guard delivery != .keys else { return await run(index, as: activeSession, .keys) }
    let childCredentials: ChildCredentials
    do {
      childCredentials = try await ChildCredentials(of: activeSession, by: delivery, world)
    } catch {
      throw BatchSessions.SessionUnavailableError.refused(
        CommandError(error, entry: entry.name).description)
    }
    let outcome = await run(index, as: activeSession, childCredentials.delivery)
    await childCredentials.end()
    return outcome
  }

  private func run(
    _ index: Int, as activeSession: ActiveSession, _ delivery: DeliveryMethod
  ) async -> Schedule.Outcome {
    let identity = activeSession.identity(world.environment, delivery: delivery)
    let child = Child(
      path: path, arguments: words,
      environment: childEnvironment(world.environment, for: identity))
    return await withCheckedContinuation { continuation in
      // Its own thread lives as long as the command: when the thread ends, so does the command.
      Thread.detachNewThread {
        continuation.resume(returning: runOnThisThread(child, index, activeSession))
      }
    }
  }

  private func runOnThisThread(_ child: Child, _ index: Int, _ activeSession: ActiveSession)
    -> Schedule.Outcome
  {
    var recent = activeSession.recent(.each, at: world.now(), world.environment)
    recent.process = ProcessIdentity(getpid())
    let id = recordSwitch(recent, world)
    var output = report.output(of: index, folder: spoolFolder)
    let start = ContinuousClock.now
    let status = run(child, &output)
    // If all commands are being stopped, this is not a failure of the command.
    let outcome: Schedule.Outcome = children.isEnding && status != 0 ? .stopped : .ran(status)
    if let id { try? world.store.finish(id, exitStatus: Int(status)) }
    report.reportRun(
      index, ReportedEntry(activeSession, world.environment), outcome, status: status,
      took: ContinuousClock.now - start, output)
    return outcome
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

  /// The folder for large output: not `$XDG_RUNTIME_DIR`, which is in memory.
  private var spoolFolder: String {
    world.environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
  }
}

extension ReportedEntry {
  /// The facts about an entry and its session.
  fileprivate init(_ session: ActiveSession, _ environment: [String: String]) {
    self.init(session.entry)
    accountID = session.accountID
    region = session.region(environment)
  }
}

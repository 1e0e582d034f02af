import Accounts
import Canvas
import Glibc

/// One command as each of many entries: asks what has to be asked, runs what can be run, and again, until none waits.
struct BatchRun: Sendable {
  let entries: [Entry]
  let plans: [Result<Plan, BatchSessions.SessionUnavailableError>]
  let sessions: BatchSessions
  let work: BatchCommand
  /// The window that progress is drawn in; nil where it is not shown.
  let window: (@Sendable () -> Size)?
  private let start = ContinuousClock.now

  init(
    _ entries: [Entry], _ sessions: BatchSessions, _ work: BatchCommand,
    window: (@Sendable () -> Size)?
  ) {
    self.entries = entries
    plans = entries.map { entry in
      Result { () throws(BatchSessions.SessionUnavailableError) in try sessions.plan(entry) }
    }
    (self.sessions, self.work, self.window) = (sessions, work, window)
  }

  /// How long it has taken so far.
  var elapsed: Duration { ContinuousClock.now - start }

  /// Runs to the end, however that comes; gives what became of each.
  func run(parallel: Int, failsFast: Bool) async -> Schedule {
    var schedule = Schedule(count: entries.count, parallel: parallel, failsFast: failsFast)
    var questions = BatchQuestions(
      zip(entries, plans).map { entry, plan in
        (try? plan.get())?.chain.questions(for: entry.name) ?? []
      })
    repeat {
      await ask(&questions, &schedule)
      await BatchLoop(run: self, heldSessions: questions.sessions).runToEnd(&schedule)
    } while requeue(&schedule, questions)
    schedule.finish(at: elapsed)
    return schedule
  }

  /// One after the other, while nothing else is on the terminal.
  private func ask(_ questions: inout BatchQuestions, _ schedule: inout Schedule) async {
    for index in questions.next(among: schedule.waiting, isHeld: hasSession) {
      guard schedule.stop == nil, case .success(let plan) = plans[index] else { continue }
      let began = elapsed
      do {
        questions.answer(index, try await sessions.interactiveSession(plan))
      } catch {
        let failure = CommandError(error)
        guard failure != .cancelled else { return schedule.stop(.signal(SIGINT)) }
        questions.refuse(index)
        schedule.refuse(index, failure.description, at: elapsed)
        reportRefusal(index, failure.description, since: began)
      }
    }
  }

  private func hasSession(_ index: Int) -> Bool {
    if case .success(let plan) = plans[index] { sessions.hasSession(plan) } else { true }
  }

  private func requeue(_ schedule: inout Schedule, _ questions: BatchQuestions) -> Bool {
    let before = schedule.states
    let goesOn = schedule.requeue(where: questions.isOpen)
    for (index, state) in schedule.states.enumerated() where state != before[index] {
      if case .ended(.refused(let why), _) = state { reportRefusal(index, why, since: elapsed) }
    }
    return goesOn
  }

  func reportRefusal(_ index: Int, _ why: String, since began: Duration) {
    work.report.reportRefusal(index, ReportedEntry(entries[index]), why, took: elapsed - began)
  }
}

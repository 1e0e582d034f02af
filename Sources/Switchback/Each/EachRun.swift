import Accounts
import Canvas
import Glibc

/// One command as each of many entries: asks what has to be asked, runs what can be run, and again, until none waits.
struct EachRun: Sendable {
  let entries: [Entry]
  let plans: [Result<Plan, RunSessions.Lack>]
  let sessions: RunSessions
  let work: EachWork
  /// The window that progress is drawn in; nil where it is not shown.
  let window: (@Sendable () -> Size)?
  private let start = ContinuousClock.now

  init(
    _ entries: [Entry], _ sessions: RunSessions, _ work: EachWork,
    window: (@Sendable () -> Size)?
  ) {
    self.entries = entries
    plans = entries.map { entry in
      Result { () throws(RunSessions.Lack) in try sessions.plan(entry) }
    }
    (self.sessions, self.work, self.window) = (sessions, work, window)
  }

  /// How long it has taken so far.
  var elapsed: Duration { ContinuousClock.now - start }

  /// Runs to the end, however that comes; gives what became of each.
  func run(parallel: Int, failsFast: Bool) async -> Schedule {
    var schedule = Schedule(count: entries.count, parallel: parallel, failsFast: failsFast)
    var questions = EachQuestions(
      zip(entries, plans).map { entry, plan in
        (try? plan.get())?.chain.questions(for: entry.name) ?? []
      })
    repeat {
      await ask(&questions, &schedule)
      await EachRound(run: self, held: questions.sessions).go(&schedule)
    } while revive(&schedule, questions)
    schedule.finish(at: elapsed)
    return schedule
  }

  /// One after the other, while nothing else is on the terminal.
  private func ask(_ questions: inout EachQuestions, _ schedule: inout Schedule) async {
    for index in questions.next(among: schedule.waiting, isHeld: isHeld) {
      guard schedule.stop == nil, case .success(let plan) = plans[index] else { continue }
      let began = elapsed
      do {
        questions.answer(index, try await sessions.askingSession(plan))
      } catch {
        let failure = Failure(error)
        guard failure != .cancelled else { return schedule.stop(.signal(SIGINT)) }
        questions.refuse(index)
        schedule.refuse(index, failure.description, at: elapsed)
        refused(index, failure.description, since: began)
      }
    }
  }

  private func isHeld(_ index: Int) -> Bool {
    if case .success(let plan) = plans[index] { sessions.isHeld(plan) } else { true }
  }

  private func revive(_ schedule: inout Schedule, _ questions: EachQuestions) -> Bool {
    let before = schedule.states
    let goesOn = schedule.revive(where: questions.isOpen)
    for (index, state) in schedule.states.enumerated() where state != before[index] {
      if case .ended(.refused(let why), _) = state { refused(index, why, since: elapsed) }
    }
    return goesOn
  }

  func refused(_ index: Int, _ why: String, since began: Duration) {
    work.report.refused(index, RunFacts(entries[index]), why, took: elapsed - began)
  }
}

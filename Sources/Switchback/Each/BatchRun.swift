import Accounts
import Batch
import Canvas
import Credentials
import Glibc
import Terminal

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
    var questions = BatchQuestions<CredentialQuestion, Session>(
      zip(entries, plans).map { entry, plan in
        (try? plan.get())?.chain.questions(for: entry.name) ?? []
      })
    repeat {
      await ask(&questions, &schedule)
      await BatchLoop(run: self, heldSessions: questions.answers).runToEnd(&schedule)
    } while requeue(&schedule, questions)
    schedule.finish(at: elapsed)
    return schedule
  }

  /// One after the other, while nothing else is on the terminal.
  private func ask(
    _ questions: inout BatchQuestions<CredentialQuestion, Session>, _ schedule: inout Schedule
  ) async {
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

  private func requeue(
    _ schedule: inout Schedule, _ questions: BatchQuestions<CredentialQuestion, Session>
  ) -> Bool {
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

/// The loop of a run: waits for something to happen, and does what the schedule says then.
struct BatchLoop: Sendable {
  let run: BatchRun
  /// Sessions that are there already, by the entry.
  let heldSessions: [Int: Session]

  private enum LoopEvent: Sendable {
    case event(Schedule.Event)
    /// It is time to draw.
    case ticked
    /// Ctrl-Z.
    case suspended
  }

  private typealias EventSink = AsyncStream<LoopEvent>.Continuation

  private var display: RunDisplay { run.work.report.display }

  /// Goes on until none waits any more, but for those that a person has to answer for.
  func runToEnd(_ schedule: inout Schedule) async {
    let (heard, tell) = AsyncStream.makeStream(of: LoopEvent.self)
    let signals = CaughtSignals { tell.yield($0 == SIGTSTP ? .suspended : .event(.signalled($0))) }
    let ticks = Task { await tick(tell) }
    var tasks: [Task<Void, Never>] = []
    tell.yield(.event(.began))
    for await what in heard {
      switch what {
      case .event(let event):
        for action in schedule.handle(event, at: run.elapsed) { perform(action, &tasks, tell) }
      case .ticked: draw(schedule)
      case .suspended: suspend()
      }
      if schedule.isOver { break }
    }
    ticks.cancel()
    signals?.restore()
    display.draw([])
  }

  private func perform(
    _ action: Schedule.Action, _ tasks: inout [Task<Void, Never>], _ tell: EventSink
  ) {
    switch action {
    case .start(let index): tasks.append(Task { await work(index, tell) })
    case .terminate:
      run.work.children.terminate()
      for task in tasks { task.cancel() }
      send(.graceEnded, after: .seconds(3), tell)
    case .kill:
      run.work.children.kill()
      send(.abandoned, after: .seconds(1), tell)
    }
  }

  private func send(_ event: Schedule.Event, after time: Duration, _ tell: EventSink) {
    Task {
      try? await Task.sleep(for: time)
      tell.yield(.event(event))
    }
  }

  private func work(_ index: Int, _ tell: EventSink) async {
    let began = run.elapsed
    do {
      let plan = try run.plans[index].get()
      let session: Session
      if let known = heldSessions[index] {
        session = known
      } else {
        session = try await run.sessions.session(plan, say: display.sayOnce)
      }
      tell.yield(.event(.gotSession(index)))
      let ending = try await run.work.run(index, run.entries[index], session, plan)
      tell.yield(.event(.ended(index, ending)))
    } catch BatchSessions.SessionUnavailableError.unanswered(let why) {
      tell.yield(.event(.ended(index, .unanswered(why))))
    } catch BatchSessions.SessionUnavailableError.refused(let why) {
      run.reportRefusal(index, why, since: began)
      tell.yield(.event(.ended(index, .refused(why))))
    } catch {
      tell.yield(.event(.ended(index, .notRun)))
    }
  }

  private func tick(_ tell: EventSink) async {
    guard run.window != nil else { return }
    while (try? await Task.sleep(for: .milliseconds(100))) != nil { tell.yield(.ticked) }
  }

  private func draw(_ schedule: Schedule) {
    guard let window = run.window else { return }
    let progress = RunProgress(schedule: schedule, names: run.work.report.errors, now: run.elapsed)
    display.draw(progress.lines(window()))
  }

  /// Nothing of it goes on while we are stopped.
  private func suspend() {
    display.draw([])
    run.work.children.signal(SIGSTOP)
    stopProcess()
    run.work.children.signal(SIGCONT)
  }
}

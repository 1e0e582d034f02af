import Accounts
import Batch
import Canvas
import Credentials
import Glibc
import Terminal

/// The run of one command for many entries.
///
/// It asks the necessary questions, runs the commands that can run, and repeats this until no entry
/// waits.
struct BatchRun: Sendable {
  let entries: [Entry]
  let plans: [Result<Plan, BatchSessions.SessionUnavailableError>]
  let sessions: BatchSessions
  let work: BatchCommand
  /// The window that progress is drawn in; nil if it is not shown.
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

  /// The time since the start of the run.
  var elapsed: Duration { ContinuousClock.now - start }

  /// Runs to the end, and gives the outcome of each entry.
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

  /// Asks the questions one after the other, while nothing else uses the terminal.
  private func ask(
    _ questions: inout BatchQuestions<CredentialQuestion, Session>, _ schedule: inout Schedule
  ) async {
    for index in questions.next(among: schedule.waiting, isHeld: hasSession) {
      guard schedule.stop == nil, case .success(let plan) = plans[index] else { continue }
      let began = elapsed
      do {
        questions.answer(index, try await sessions.interactiveSession(plan))
      } catch {
        let error = CommandError(error)
        guard error != .cancelled else { return schedule.stop(.signal(SIGINT)) }
        questions.refuse(index)
        schedule.refuse(index, error.description, at: elapsed)
        reportRefusal(index, error.description, since: began)
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

/// The loop of a run: waits for events, and performs the schedule's actions.
struct BatchLoop: Sendable {
  let run: BatchRun
  /// The sessions that were obtained already, by the index of the entry.
  let heldSessions: [Int: Session]

  private enum LoopEvent: Sendable {
    case event(Schedule.Event)
    /// The time to draw the progress.
    case ticked
    /// Ctrl-Z.
    case suspended
  }

  private typealias EventSink = AsyncStream<LoopEvent>.Continuation

  private var display: RunDisplay { run.work.report.display }

  /// Runs until no entry waits, except those whose questions the user must answer.
  func runToEnd(_ schedule: inout Schedule) async {
    let (events, sink) = AsyncStream.makeStream(of: LoopEvent.self)
    let signals = CaughtSignals { sink.yield($0 == SIGTSTP ? .suspended : .event(.signalled($0))) }
    let ticks = Task { await tick(sink) }
    var tasks: [Task<Void, Never>] = []
    sink.yield(.event(.began))
    for await loopEvent in events {
      switch loopEvent {
      case .event(let event):
        for action in schedule.handle(event, at: run.elapsed) { perform(action, &tasks, sink) }
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
    _ action: Schedule.Action, _ tasks: inout [Task<Void, Never>], _ sink: EventSink
  ) {
    switch action {
    case .start(let index): tasks.append(Task { await work(index, sink) })
    case .terminate:
      run.work.children.terminate()
      for task in tasks { task.cancel() }
      send(.graceEnded, after: .seconds(3), sink)
    case .kill:
      run.work.children.kill()
      send(.abandoned, after: .seconds(1), sink)
    }
  }

  private func send(_ event: Schedule.Event, after time: Duration, _ sink: EventSink) {
    Task {
      try? await Task.sleep(for: time)
      sink.yield(.event(event))
    }
  }

  private func work(_ index: Int, _ sink: EventSink) async {
    let began = run.elapsed
    do {
      let plan = try run.plans[index].get()
      let session: Session
      if let known = heldSessions[index] {
        session = known
      } else {
        session = try await run.sessions.session(plan, say: display.sayOnce)
      }
      sink.yield(.event(.gotSession(index)))
      let outcome = try await run.work.run(index, run.entries[index], session, plan)
      sink.yield(.event(.ended(index, outcome)))
    } catch BatchSessions.SessionUnavailableError.unanswered(let why) {
      sink.yield(.event(.ended(index, .unanswered(why))))
    } catch BatchSessions.SessionUnavailableError.refused(let why) {
      run.reportRefusal(index, why, since: began)
      sink.yield(.event(.ended(index, .refused(why))))
    } catch {
      sink.yield(.event(.ended(index, .notRun)))
    }
  }

  private func tick(_ sink: EventSink) async {
    guard run.window != nil else { return }
    while (try? await Task.sleep(for: .milliseconds(100))) != nil { sink.yield(.ticked) }
  }

  private func draw(_ schedule: Schedule) {
    guard let window = run.window else { return }
    let progress = RunProgress(schedule: schedule, names: run.work.report.errors, now: run.elapsed)
    display.draw(progress.lines(window()))
  }

  /// Stops this process and all commands until they are continued.
  private func suspend() {
    display.draw([])
    run.work.children.signal(SIGSTOP)
    stopProcess()
    run.work.children.signal(SIGCONT)
  }
}

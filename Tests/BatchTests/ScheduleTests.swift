import Batch
import Glibc
import Testing

struct ScheduleTests {
  /// After these events, a second apart from 0.
  private func after(
    _ events: [Schedule.Event], count: Int = 4, parallel: Int = 2, failsFast: Bool = false
  ) -> (schedule: Schedule, last: [Schedule.Action]) {
    var schedule = Schedule(count: count, parallel: parallel, failsFast: failsFast)
    var last: [Schedule.Action] = []
    for (second, event) in events.enumerated() {
      last = schedule.handle(event, at: .seconds(second))
    }
    return (schedule, last)
  }

  @Test func asManyAsMayBeAreUnderWay() {
    #expect(after([.began]).last == [.start(0), .start(1)])
    #expect(after([.began, .gotSession(0)]).last == [])
    #expect(after([.began, .gotSession(0), .ended(0, .ran(0))]).last == [.start(2)])
    #expect(after([.began], parallel: 9).last == (0...3).map(Schedule.Action.start))
  }

  @Test func timeIsCountedFromTheLastChange() {
    let states = after([.began, .gotSession(0), .gotSession(1), .ended(0, .ran(0))]).schedule.states
    #expect(
      states == [
        .ended(.ran(0), after: .seconds(2)), .running(since: .seconds(2)),
        .gettingSession(since: .seconds(3)), .waiting,
      ])
  }

  @Test func itIsOverWhenNoEntryWaits() {
    let events: [Schedule.Event] = [.began, .ended(0, .ran(0)), .ended(1, .refused("no"))]
    #expect(!after(events).schedule.isOver)
    #expect(after(events, count: 2).schedule.isOver)
    #expect(after([.began], count: 0).schedule.isOver)
  }

  @Test func aFailureStopsOnlyWhereThatIsWanted() {
    let failure: [Schedule.Event] = [.began, .ended(0, .ran(1))]
    #expect(after(failure).last == [.start(2)])
    var (stopped, actions) = after(failure, failsFast: true)
    #expect(actions == [.terminate] && stopped.stop == .failure && !stopped.isOver)
    #expect(stopped.handle(.ended(1, .stopped), at: .seconds(2)) == [])
    #expect(stopped.isOver)
    stopped.finish(at: .seconds(3))
    #expect(stopped.states.map(\.outcome) == [.ran(1), .stopped, .notRun, .notRun])
    #expect(stopped.status == 1)
    for ending in [.unanswered("code"), .ran(0)] as [Schedule.Outcome] {
      #expect(after([.began, .ended(0, ending)], failsFast: true).last == [.start(2)])
    }
  }

  @Test func aFirstSignalAsksAndASecondMeansIt() {
    let (asked, actions) = after([.began, .signalled(SIGINT)])
    #expect(actions == [.terminate] && asked.status == 130 && !asked.isOver)
    let (late, kill) = after([.began, .signalled(SIGINT), .graceEnded])
    #expect(kill == [.kill] && !late.isOver)
    let (meant, atOnce) = after([.began, .signalled(SIGINT), .signalled(SIGTERM)])
    #expect(atOnce == [.kill] && !meant.isOver && meant.status == 130)
    #expect(after([.began, .signalled(SIGINT), .graceEnded, .abandoned]).schedule.isOver)
    // One that comes while a failure ends the others is a first one.
    let (both, first) = after(
      [.began, .ended(0, .ran(1)), .signalled(SIGINT)], failsFast: true)
    #expect(first == [.terminate] && both.status == 130)
  }

  @Test func whoWasNotAnsweredWaitsAgainWhileAskingHelps() {
    var schedule = after(
      [.began, .ended(0, .unanswered("a")), .ended(1, .unanswered("b"))], count: 2
    ).schedule
    #expect(schedule.requeue { $0 == 0 })
    #expect(schedule.states.map(\.outcome) == [nil, .refused("b")])
    _ = schedule.handle(.began, at: .seconds(4))
    _ = schedule.handle(.ended(0, .unanswered("a")), at: .seconds(5))
    #expect(!schedule.requeue { _ in false })
    #expect(schedule.states.map(\.outcome) == [.refused("a"), .refused("b")])
    #expect(schedule.status == 3)
  }

  @Test func nothingIsAskedOnceAllIsStopped() {
    var schedule = after([.began, .ended(0, .unanswered("a")), .signalled(SIGINT)]).schedule
    #expect(!schedule.requeue { _ in true })
    #expect(schedule.states[0].outcome == .refused("a"))
  }

  @Test(
    arguments: [
      ([.ran(0), .ran(0)], 0), ([.ran(0), .ran(7)], 1), ([.ran(1), .refused("no")], 3), ([], 0),
    ] as [([Schedule.Outcome], Int32)])
  func theStatusSaysTheWorst(endings: [Schedule.Outcome], status: Int32) {
    let events = endings.enumerated().map { Schedule.Event.ended($0, $1) }
    #expect(after([.began] + events, count: endings.count).schedule.status == status)
  }
}

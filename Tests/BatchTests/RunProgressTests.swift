import Batch
import Canvas
import Testing
import Text

struct RunProgressTests {
  private func progress(
    _ names: [String], _ events: [Schedule.Event], at second: Int, rows: Int = 24,
    columns: Int = 80, parallel: Int = 3, colors: LabelColors = .unstyled
  ) -> String {
    var schedule = Schedule(count: names.count, parallel: parallel, failsFast: false)
    for (second, event) in events.enumerated() {
      _ = schedule.handle(event, at: .seconds(second))
    }
    let names = RunNames(names.map { runEntry($0) }, colors)
    return RunProgress(schedule: schedule, names: names, now: .seconds(second))
      .lines(Size(rows: rows, columns: columns)).joined(separator: "\n")
  }

  private let some: [Schedule.Event] = [
    .began, .gotSession(0), .gotSession(1), .ended(0, .ran(0)), .ended(2, .refused("no")),
    .gotSession(3), .ended(3, .ran(2)),
  ]

  @Test func aLineForEachWhereAllFit() {
    #expect(
      progress(["dev", "production", "c", "d", "e", "f"], some, at: 75) == """
        dev         done 2s
        production  running 1m13s
        c           refused
        d           failed exit 2 1s
        e           getting a session
        f           getting a session
        """)
  }

  @Test func aSummaryAndThoseUnderWayWhereTheyDoNot() {
    let names = (0..<9).map { "entry-\($0)" }
    #expect(
      progress(names, some, at: 7, rows: 6) == """
        3 of 9: 1 done, 1 failed, 1 refused, 3 running, 3 waiting
        entry-1  running 5s
        entry-4  getting a session
        entry-5  getting a session
        """)
    #expect(
      progress(names, some, at: 7, rows: 3) == """
        3 of 9: 1 done, 1 failed, 1 refused, 3 running, 3 waiting
        entry-1  running 5s
        """)
    #expect(progress(names, some, at: 7, rows: 1).hasPrefix("3 of 9: "))
  }

  @Test(arguments: [1, 2, 10, 21, 30, 40, 79])
  func noLineIsWiderThanTheWindow(columns: Int) {
    let names = ["a", "名前名前名前名前名前名前名前名前名前名前名前名前", String(repeating: "long", count: 20), "d"]
    for rows in [2, 24] {
      let lines = progress(names, some, at: 9, rows: rows, columns: columns, parallel: 1)
      for line in lines.split(separator: "\n") { #expect(String(line).columns < max(2, columns)) }
    }
  }

  @Test func namesAreCleanedAndColoured() {
    #expect(progress(["a\u{1B}]0;x\u{7}b"], [], at: 0) == "ab  waiting")
    #expect(
      progress(["a"], [], at: 0, colors: .truecolor)
        == "\u{1B}[0;48;2;209;50;18;38;2;255;255;255ma\u{1B}[0m  waiting")
  }

  @Test(arguments: [
    (0, "0s"), (59, "59s"), (60, "1m00s"), (3599, "59m59s"), (3600, "1h00m"), (90_061, "25h01m"),
  ])
  func durations(seconds: Int, words: String) {
    #expect(Duration.seconds(seconds).brief == words)
  }
}

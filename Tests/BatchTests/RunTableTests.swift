import Accounts
import Batch
import Canvas
import Glibc
import Testing

struct RunTableTests {
  @Test func aReasonOfManyIsSaidOnce() {
    var schedule = Schedule(count: 3, parallel: 3, failsFast: false)
    _ = schedule.handle(.began, at: .zero)
    let entries = ["11", "22", "33"].map { (account: String) in
      runEntry("in-\(account)", account: account)
    }
    for (index, entry) in entries.enumerated() {
      let account = index == 2 ? "other" : entry.accountID ?? ""
      let why = "\(entry.name): AWS refused \(account).\n  - policy of \(account)"
      _ = schedule.handle(.ended(index, .refused(why)), at: .zero)
    }
    #expect(
      runTable(schedule, RunNames(entries, .unstyled), took: .zero) == """
        in-11  refused  0s  AWS refused 11.
                - policy of 11
        in-22  refused  0s  same as in-11
        in-33  refused  0s  AWS refused other.
                - policy of other
        3 refused, in 0s

        """)
  }

  @Test func onATerminalFailuresStandTogetherByCause() {
    var schedule = Schedule(count: 7, parallel: 7, failsFast: false)
    _ = schedule.handle(.began, at: .zero)
    let entries = ["11", "22", "33", "44", "55", "66", "77"].map { (account: String) in
      runEntry("in-\(account)", account: account)
    }
    for (index, entry) in entries.enumerated() {
      let what = index == 1 ? "it all" : entry.accountID ?? ""
      let why = "\(entry.name): AWS refused \(what)."
      let ending = index > 2 ? Schedule.Outcome.ran([0, 1, 2, 1][index - 3]) : .refused(why)
      _ = schedule.handle(.ended(index, ending), at: .zero)
    }
    let look = TableLook(columns: 80, colors: .unstyled)
    #expect(
      runTable(schedule, RunNames(entries, .unstyled), took: .zero, look) == """
        ENTRY  RESULT          TIME
        in-44  done            0s
        in-11  refused         0s
        in-33  refused         0s
            in-11: AWS refused 11.
        in-22  refused         0s
            AWS refused it all.
        in-55  failed, exit 1  0s
        in-77  failed, exit 1  0s
        in-66  failed, exit 2  0s
        1 done, 3 failed, 3 refused, in 0s

        """)
  }

  @Test func failuresComeLastWithTheirReasons() {
    var schedule = Schedule(count: 6, parallel: 5, failsFast: false)
    _ = schedule.handle(.began, at: .zero)
    let endings: [Schedule.Outcome] = [
      .refused("AWS refused.\n  - trust policy\n  - \u{1B}[31mexternal id"), .ran(0), .ran(2),
      .stopped,
    ]
    _ = schedule.handle(.signalled(SIGINT), at: .seconds(1))
    for (index, ending) in endings.enumerated() {
      _ = schedule.handle(.ended(index, ending), at: .seconds(60 + index))
    }
    schedule.finish(at: .seconds(70))
    let names = RunNames(["closed", "dev", "prod", "x", "y", "z"].map { runEntry($0) }, .truecolor)
    #expect(
      runTable(schedule, names, took: .seconds(70)) == """
        dev     done            1m01s
        closed  refused         1m00s  AWS refused.
                - trust policy
                - external id
        prod    failed, exit 2  1m02s
        x       stopped         1m03s
        y       stopped         1m10s
        z       not run
        1 done, 1 failed, 1 refused, 2 stopped, 1 not run, in 1m10s

        """)
  }
}

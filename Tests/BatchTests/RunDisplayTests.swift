import Batch
import Canvas
import Testing

struct RunDisplayTests {
  @Test func progressIsDrawnInPlaceAndOutputAboveIt() {
    let written = Written()
    let display = written.display
    display.draw(["a  waiting", "b  waiting"])
    display.draw(["a  waiting", "b  waiting"])
    display.print { write in
      write(.output, Array("hi\n".utf8))
      write(.errors, Array("oh\n".utf8))
    }
    display.print { _ in }
    display.draw([])
    #expect(
      written.text
        == "err:a  waiting\nb  waiting" + "err:\rESC[1AESC[J" + "out:hi\nerr:oh\n"
        + "err:a  waiting\nb  waiting" + "err:\rESC[1AESC[J")
  }

  @Test func theSameIsSaidOnce() {
    let written = Written()
    let display = written.display
    for _ in 1...3 { display.sayOnce("The history was not written.") }
    #expect(written.text == "err:The history was not written.\n")
  }

  @Test func aFullDiskIsRememberedAndErrorsGoOn() {
    let written = Written()
    let display = RunDisplay(
      output: { _ in throw FullDiskError() }, errors: { written.add($0, "") })
    for _ in 1...2 {
      display.print { write in
        write(.output, [65])
        write(.errors, [66])
      }
    }
    #expect(written.text == "BB")
    #expect(display.outputError is FullDiskError)
  }

  private func report(
    _ style: OutputStyle, isOnePlace: Bool, colors: LabelColors = .unstyled, output: String,
    errors: String
  ) -> String {
    let written = Written()
    let names = RunNames([runEntry("prod", "Production", account: "111111111111")], colors)
    let report = RunReport(
      style: style, output: names, errors: names, display: written.display,
      sharesDestination: isOnePlace, printsOutcomes: false)
    var printed = report.output(of: 0, folder: "/nowhere")
    for (stream, text) in [(RunDisplay.Destination.output, output), (.errors, errors)] {
      _ = printed.take(stream, Array(text.utf8), report.display)
    }
    let facts = ReportedEntry(entry: "prod", displayName: "Production")
    report.reportRun(0, facts, .ran(0), status: 0, took: .milliseconds(1250), printed)
    return written.text.replacing("out:", with: "").replacing("err:", with: "")
  }

  @Test func headingsStandWhereTheirOutputIs() {
    let heading = "==> prod <==\n"
    #expect(report(.whole, isOnePlace: false, output: "", errors: "") == "")
    #expect(report(.whole, isOnePlace: true, output: "a", errors: "") == heading + "a\n")
    #expect(report(.whole, isOnePlace: true, output: "", errors: "b\n") == heading + "b\n")
    #expect(
      report(.whole, isOnePlace: false, output: "a", errors: "b") == heading + "a\n" + heading
        + "b\n")
    #expect(
      report(.whole, isOnePlace: true, colors: .reverse, output: "a", errors: "")
        == "ESC[0;1;7m Production ESC[0m  prod  111111111111\na\n")
  }

  @Test func linesAndJSON() {
    #expect(
      report(.lines, isOnePlace: false, output: "a\nb", errors: "c")
        == "prod | a\nprod | b\nprod | c\n")
    #expect(
      report(.json, isOnePlace: true, output: "a", errors: "b")
        == #"{"entry": "prod", "display_name": "Production", "exit_status": 0, "seconds": 1.25, "#
        + #""stdout": "a", "stderr": "b"}"# + "\n")
  }
}

private struct FullDiskError: Error {}

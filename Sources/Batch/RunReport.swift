import Text

/// Reports the outcome for each entry, and shows the output of its command.
package struct RunReport: Sendable {
  package let style: OutputStyle
  /// The names as standard output, and standard error, can show them.
  package let output: RunNames
  package let errors: RunNames
  package let display: RunDisplay
  /// Standard output and standard error lead to the same place.
  package let sharesDestination: Bool
  /// True if the progress is not shown, so that each outcome is printed as a line.
  package let printsOutcomes: Bool

  package init(
    style: OutputStyle, output: RunNames, errors: RunNames, display: RunDisplay,
    sharesDestination: Bool, printsOutcomes: Bool
  ) {
    self.style = style
    self.output = output
    self.errors = errors
    self.display = display
    self.sharesDestination = sharesDestination
    self.printsOutcomes = printsOutcomes
  }

  /// True if errors and output are not separated, because the reader could not tell them apart.
  package var mergesErrors: Bool { sharesDestination && style != .json }

  /// The place for a command's output.
  ///
  /// `folder` is for output that is too large for memory.
  package func output(of index: Int, folder: String) -> EntryOutput {
    style == .lines
      ? .lines(
        output: LinePrefixer(output.colored(index) + " | "),
        errors: LinePrefixer(errors.colored(index) + " | "))
      : .kept(output: Spool(folder: folder), errors: Spool(folder: folder))
  }

  /// Reports that a command has ended, and shows its output.
  package func reportRun(
    _ index: Int, _ facts: ReportedEntry, _ ending: Schedule.Outcome, status: Int32,
    took time: Duration, _ output: EntryOutput
  ) {
    display.print { write in
      switch (style, output) {
      case (.json, .kept(let output, let errors)):
        writeJSON(facts, status: status, took: time, output: output, errors: errors) {
          write(.output, $0)
        }
        for spool in [output, errors] { reportLoss(index, spool, write) }
      case (_, .kept(let output, let errors)):
        show(index, output, .output, withHeading: true, write)
        show(index, errors, .errors, withHeading: output.isEmpty || !sharesDestination, write)
      case (_, .lines(var output, var errors)):
        write(.output, output.rest())
        write(.errors, errors.rest())
      }
      reportOutcome(index, "\(ending.words), \(time.brief)", write)
    }
  }

  /// Reports why a command was not run.
  package func reportRefusal(
    _ index: Int, _ facts: ReportedEntry, _ why: String, took time: Duration
  ) {
    display.print { write in
      if style == .json {
        writeJSON(facts, error: why, took: time) { write(.output, $0) }
      }
      let reason = errors.withoutName(index, why.cleanedLines)
      reportOutcome(index, "refused: \(reason.prefix { !$0.isNewline })", write)
    }
  }

  private func show(
    _ index: Int, _ spool: Spool, _ place: RunDisplay.Destination, withHeading: Bool,
    _ write: (RunDisplay.Destination, [UInt8]) -> Void
  ) {
    guard !spool.isEmpty else { return }
    let names = place == .output ? output : errors
    if withHeading { write(place, Array(names.heading(index).utf8)) }
    var last: UInt8?
    spool.forEach {
      write(place, $0)
      last = $0.last ?? last
    }
    if last != UInt8(ascii: "\n") { write(place, [UInt8(ascii: "\n")]) }
    reportLoss(index, spool, write)
  }

  private func reportLoss(
    _ index: Int, _ spool: Spool, _ write: (RunDisplay.Destination, [UInt8]) -> Void
  ) {
    guard let error = spool.error else { return }
    let sentence =
      "\(errors.cleaned(index)): its output could not be stored completely: \(error)\n"
    write(.errors, Array(sentence.utf8))
  }

  private func reportOutcome(
    _ index: Int, _ end: String, _ write: (RunDisplay.Destination, [UInt8]) -> Void
  ) {
    guard printsOutcomes else { return }
    write(.errors, Array("\(errors.cleaned(index)): \(end)\n".utf8))
  }
}

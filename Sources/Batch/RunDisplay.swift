import Synchronization

/// Prints the output of commands, and draws the progress below it, in place.
package final class RunDisplay: Sendable {
  package enum Destination: Sendable {
    case output, errors
  }

  private struct State {
    /// The lines of progress that are on the screen.
    var shown: [String] = []
    /// The sentences that were printed.
    ///
    /// Many entries have the same one.
    var printedSentences: Set<String> = []
    var outputError: (any Error)?
  }

  private let state = Mutex(State())
  private let writeOutput: @Sendable ([UInt8]) throws -> Void
  private let writeErrors: @Sendable ([UInt8]) -> Void

  package init(
    output: @escaping @Sendable ([UInt8]) throws -> Void,
    errors: @escaping @Sendable ([UInt8]) -> Void
  ) {
    (writeOutput, writeErrors) = (output, errors)
  }

  /// The error of standard output, if a write has failed.
  package var outputError: (any Error)? { state.withLock { $0.outputError } }

  /// Redraws the progress; does nothing while output is being printed, which may take long.
  package func draw(_ lines: [String]) {
    state.withLockIfAvailable { state in
      guard lines != state.shown else { return }
      writeErrors(Array((erasing(state.shown) + drawing(lines)).utf8))
      state.shown = lines
    }
  }

  /// Prints above the progress.
  ///
  /// The output of `body` is not interrupted by other output.
  package func print(_ body: (_ write: (Destination, [UInt8]) -> Void) -> Void) {
    state.withLock { state in
      let shown = state.shown
      var isErased = shown.isEmpty
      body { place, bytes in
        guard !bytes.isEmpty else { return }
        if !isErased { writeErrors(Array(erasing(shown).utf8)) }
        isErased = true
        switch place {
        case .errors: writeErrors(bytes)
        case .output where state.outputError == nil:
          do { try writeOutput(bytes) } catch { state.outputError = error }
        case .output: break
        }
      }
      if isErased, !shown.isEmpty { writeErrors(Array(drawing(shown).utf8)) }
    }
  }

  /// Prints a sentence on standard error, once.
  package func sayOnce(_ sentence: String) {
    guard state.withLock({ $0.printedSentences.insert(sentence).inserted }) else { return }
    print { write in write(.errors, Array((sentence + "\n").utf8)) }
  }
}

/// The cursor stays at the end of the last line.
private func drawing(_ lines: [String]) -> String {
  lines.joined(separator: "\n")
}

private func erasing(_ lines: [String]) -> String {
  guard !lines.isEmpty else { return "" }
  return "\r" + (lines.count > 1 ? "\u{1B}[\(lines.count - 1)A" : "") + "\u{1B}[J"
}

import Synchronization

/// Standard output and standard error while commands print, and below it the progress, drawn in place.
final class RunDisplay: Sendable {
  enum Place: Sendable {
    case output, errors
  }

  private struct State {
    /// The lines of progress that are on the screen.
    var shown: [String] = []
    /// What was said already: many entries have the same to say.
    var said: Set<String> = []
    var fault: (any Error)?
  }

  private let state = Mutex(State())
  private let writeOutput: @Sendable ([UInt8]) throws -> Void
  private let writeErrors: @Sendable ([UInt8]) -> Void

  init(
    output: @escaping @Sendable ([UInt8]) throws -> Void,
    errors: @escaping @Sendable ([UInt8]) -> Void
  ) {
    (writeOutput, writeErrors) = (output, errors)
  }

  /// Why not all could be written to standard output.
  var fault: (any Error)? { state.withLock { $0.fault } }

  /// Draws the progress anew; leaves it as it is while something is printed, which may take its time.
  func draw(_ lines: [String]) {
    state.withLockIfAvailable { state in
      guard lines != state.shown else { return }
      writeErrors(Array((erasing(state.shown) + drawing(lines)).utf8))
      state.shown = lines
    }
  }

  /// Prints above the progress, with no other's between.
  func print(_ body: (_ write: (Place, [UInt8]) -> Void) -> Void) {
    state.withLock { state in
      let shown = state.shown
      var isErased = shown.isEmpty
      body { place, bytes in
        guard !bytes.isEmpty else { return }
        if !isErased { writeErrors(Array(erasing(shown).utf8)) }
        isErased = true
        switch place {
        case .errors: writeErrors(bytes)
        case .output where state.fault == nil:
          do { try writeOutput(bytes) } catch { state.fault = error }
        case .output: break
        }
      }
      if isErased, !shown.isEmpty { writeErrors(Array(drawing(shown).utf8)) }
    }
  }

  /// Says a sentence on standard error, once.
  func say(_ sentence: String) {
    guard state.withLock({ $0.said.insert(sentence).inserted }) else { return }
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

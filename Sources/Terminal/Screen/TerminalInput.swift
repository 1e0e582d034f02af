import CPosix
import Dispatch

/// Reads what is typed, and knows when an Escape is only an Escape.
@MainActor
final class TerminalInput {
  private let source: any DispatchSourceRead
  private let patience: DispatchTimeInterval
  private var decoder = KeyDecoder()
  private var reads = 0
  private let hear: ([Input]?) -> Void

  /// `hear` gets what was typed, and nil when no more will come.
  ///
  /// The file is closed at the end.
  init(
    _ file: TerminalFile, environment: [String: String],
    hear: @escaping @MainActor ([Input]?) -> Void
  ) {
    self.hear = hear
    patience = .milliseconds(escapeDelay(environment))
    source = DispatchSource.makeReadSource(fileDescriptor: file.descriptor, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.read(file) }
    }
    source.setCancelHandler { file.close() }
    source.activate()
  }

  func stop() {
    reads += 1
    source.cancel()
  }

  private func read(_ file: TerminalFile) {
    guard let bytes = file.read(), !bytes.isEmpty else { return endIfGone(file) }
    tell(decoder.feed(bytes))
    reads += 1
    if decoder.isWaiting { giveUpWaiting(unlessReadAfter: reads) }
  }

  private func endIfGone(_ file: TerminalFile) {
    guard file.isGone else { return }
    stop()
    hear(nil)
  }

  private func giveUpWaiting(unlessReadAfter reads: Int) {
    DispatchQueue.main.asyncAfter(deadline: .now() + patience) { [weak self] in
      MainActor.assumeIsolated {
        guard let self, self.reads == reads else { return }
        self.tell(self.decoder.timedOut())
      }
    }
  }

  private func tell(_ inputs: [Input]) {
    if !inputs.isEmpty { hear(inputs) }
  }
}

/// How long after an Escape the rest of a key may come, in milliseconds: `ESCDELAY`, which other
/// programs on ncurses heed too, else 25, or 50 over a network.
package func escapeDelay(_ environment: [String: String]) -> Int {
  if let chosen = environment["ESCDELAY"].flatMap({ Int($0) }), chosen >= 0 {
    return min(chosen, 10_000)
  }
  return environment["SSH_TTY"] == nil ? 25 : 50
}

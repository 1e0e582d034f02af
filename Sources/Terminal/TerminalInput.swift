import CPosix
import Dispatch

/// Reads input from the terminal, and detects when an Escape is a lone one.
@MainActor
final class TerminalInput {
  private let file: TerminalFile
  private let keyTimeout: DispatchTimeInterval
  private let isAnswerDue: () -> Bool
  private let handler: ([Input]?) -> Void
  private var decoder: KeyDecoder
  private var reads = 0
  private var source: (any DispatchSourceRead)?
  private var isStopped = false
  private var isPaused = false

  /// The time limit for the rest of a sequence that is not a key.
  private static let sequenceTimeout = DispatchTimeInterval.seconds(1)

  /// In bytes: the amount from which input counts as pasted, and the most that is processed at
  /// once.
  private static let (pastedSize, maximumRead) = (1024, 1 << 17)

  /// Creates the input.
  ///
  /// `handler` gets the input, and nil at its end. `keyTimeout` is the milliseconds that an Escape
  /// waits for the rest of a key, unless it may be the beginning of an answer. The file is closed
  /// at the end.
  init(
    _ file: TerminalFile, decoder: KeyDecoder, keyTimeout: Int,
    isAnswerDue: @escaping @MainActor () -> Bool,
    handler: @escaping @MainActor ([Input]?) -> Void
  ) {
    self.file = file
    self.decoder = decoder
    self.keyTimeout = .milliseconds(keyTimeout)
    self.isAnswerDue = isAnswerDue
    self.handler = handler
  }

  /// Starts reading.
  func start() {
    guard source == nil, !isStopped else { return }
    let source = DispatchSource.makeReadSource(fileDescriptor: file.descriptor, queue: .main)
    source.setEventHandler { [weak self] in
      MainActor.assumeIsolated { self?.read() }
    }
    source.setCancelHandler { [file] in file.close() }
    source.activate()
    self.source = source
  }

  /// Reads input that is available or arrives within the given milliseconds.
  ///
  /// It returns false if there is none.
  func read(waiting milliseconds: Int) -> Bool {
    guard !isStopped, file.hasInput(within: milliseconds) else { return false }
    read()
    return true
  }

  /// Leaves the input to another reader until `resume`.
  func pause() {
    guard let source, !isPaused else { return }
    isPaused = true
    source.suspend()
  }

  func resume() {
    guard let source, isPaused else { return }
    isPaused = false
    source.resume()
  }

  func stop() {
    guard !isStopped else { return }
    isStopped = true
    // A suspended source cannot be released.
    resume()
    reads += 1
    if let source { source.cancel() } else { file.close() }
  }

  private func read() {
    guard var bytes = file.read(), !bytes.isEmpty else { return endIfGone() }
    // This is more than anyone types: a paste arrives in pieces, and is processed and shown at
    // once.
    while bytes.count >= Self.pastedSize, bytes.count < Self.maximumRead, file.hasInput(within: 1),
      let more = file.read(), !more.isEmpty
    {
      bytes += more
    }
    reads += 1
    let inputs = decoder.feed(bytes)
    notePendingSequence()
    if decoder.isWaiting { giveUpWaiting(unlessReadAfter: reads) }
    deliver(inputs)
  }

  private func endIfGone() {
    guard file.isGone else { return }
    stop()
    handler(nil)
  }

  private func giveUpWaiting(unlessReadAfter reads: Int) {
    // An answer that the network has split must not be taken for typing.
    let timeout = decoder.mayBeWhole ? keyTimeout : Self.sequenceTimeout
    DispatchQueue.main.asyncAfter(deadline: .now() + timeout) { [weak self] in
      MainActor.assumeIsolated { self?.giveUp(unlessReadAfter: reads) }
    }
  }

  private func giveUp(unlessReadAfter reads: Int) {
    guard self.reads == reads else { return }
    // While an answer is expected, Escape may be its beginning.
    if isAnswerDue() { return giveUpWaiting(unlessReadAfter: reads) }
    let inputs = decoder.timedOut()
    notePendingSequence()
    deliver(inputs)
  }

  /// Records the pending sequence: if the terminal is given back before it ends, its rest is
  /// dropped.
  private func notePendingSequence() {
    let pending = decoder.isWaiting ? decoder.pending : []
    switchback_note_begun(pending, pending.count)
  }

  private func deliver(_ inputs: [Input]) {
    if !inputs.isEmpty { handler(inputs) }
  }
}

/// The time limit for the rest of a key after an Escape, in milliseconds: `ESCDELAY`, as in other
/// ncurses programs, or else 25, or 50 over a network.
package func escapeDelay(_ environment: [String: String]) -> Int {
  if let chosen = environment["ESCDELAY"].flatMap({ Int($0) }), chosen >= 0 {
    return min(chosen, 10_000)
  }
  return environment["SSH_TTY"] == nil ? 25 : 50
}

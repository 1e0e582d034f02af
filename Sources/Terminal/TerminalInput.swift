import CPosix
import Dispatch

/// Reads what comes from the terminal, and knows when an Escape is only an Escape.
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

  /// How long the rest of a sequence may take that is no key.
  private static let sequenceTimeout = DispatchTimeInterval.seconds(1)

  /// In bytes: what comes at once is more than keys, and how much of it is taken at once.
  private static let (pasted, most) = (1024, 1 << 17)

  /// `hear` gets what has come, and nil when no more will.
  ///
  /// `patience` is how many milliseconds an Escape waits for the rest of a key, unless it may be the
  /// beginning of an answer. The file is closed at the end.
  init(
    _ file: TerminalFile, decoder: KeyDecoder, patience: Int,
    isAnswerDue: @escaping @MainActor () -> Bool,
    hear: @escaping @MainActor ([Input]?) -> Void
  ) {
    self.file = file
    self.decoder = decoder
    self.keyTimeout = .milliseconds(patience)
    self.isAnswerDue = isAnswerDue
    self.handler = hear
  }

  /// Reads whatever comes, from now on.
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

  /// Reads what is there now, or comes within so many milliseconds; false where nothing does.
  func read(waiting milliseconds: Int) -> Bool {
    guard !isStopped, file.hasInput(within: milliseconds) else { return false }
    read()
    return true
  }

  /// Leaves what comes to somebody else, until `resume`.
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
    // A source that is suspended cannot be let go of.
    resume()
    reads += 1
    if let source { source.cancel() } else { file.close() }
  }

  private func read() {
    guard var bytes = file.read(), !bytes.isEmpty else { return endIfGone() }
    // No hand types so much: what is pasted comes in pieces, and is taken in, and shown, as one.
    while bytes.count >= Self.pasted, bytes.count < Self.most, file.hasInput(within: 1),
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
    // An answer that the network has cut in two must not become typing.
    let patience = decoder.mayBeWhole ? keyTimeout : Self.sequenceTimeout
    DispatchQueue.main.asyncAfter(deadline: .now() + patience) { [weak self] in
      MainActor.assumeIsolated { self?.giveUp(unlessReadAfter: reads) }
    }
  }

  private func giveUp(unlessReadAfter reads: Int) {
    guard self.reads == reads else { return }
    // Escape may be the beginning of an answer for as long as one is due.
    if isAnswerDue() { return giveUpWaiting(unlessReadAfter: reads) }
    let inputs = decoder.timedOut()
    notePendingSequence()
    deliver(inputs)
  }

  /// Where the terminal is given back before the sequence ends, its rest is dropped too.
  private func notePendingSequence() {
    let begun = decoder.isWaiting ? decoder.pending : []
    switchback_note_begun(begun, begun.count)
  }

  private func deliver(_ inputs: [Input]) {
    if !inputs.isEmpty { handler(inputs) }
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

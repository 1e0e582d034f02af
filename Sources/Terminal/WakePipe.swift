import CPosix
import Dispatch
import Glibc

/// The pipe through which signal handlers report events to the main actor.
@MainActor
final class WakePipe {
  enum Reason: UInt8 {
    case resized = 0x77
    case resumed = 0x63
  }

  let writing: Int32
  private let reading: TerminalFile
  private var source: (any DispatchSourceRead)?

  init() throws(SystemError) {
    var ends: [Int32] = [-1, -1]
    guard switchback_pipe(&ends) == 0 else { throw SystemError() }
    reading = TerminalFile(descriptor: ends[0])
    writing = ends[1]
  }

  /// Calls a handler with the reasons of each wake-up.
  ///
  /// Reasons that arrive together are reported together.
  func listen(_ handler: @escaping @MainActor (Set<Reason>) -> Void) {
    guard source == nil else { return }
    let source = DispatchSource.makeReadSource(fileDescriptor: reading.descriptor, queue: .main)
    let reading = reading
    let writing = writing
    source.setEventHandler {
      MainActor.assumeIsolated {
        let reasons = (reading.read() ?? []).compactMap(Reason.init)
        if !reasons.isEmpty { handler(Set(reasons)) }
      }
    }
    source.setCancelHandler {
      reading.close()
      _ = Glibc.close(writing)
    }
    source.activate()
    self.source = source
  }

  /// Closes the pipe.
  ///
  /// No signal handler may write to it any more.
  func close() {
    if let source { return source.cancel() }
    reading.close()
    _ = Glibc.close(writing)
  }
}

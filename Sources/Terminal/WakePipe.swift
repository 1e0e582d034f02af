import CPosix
import Dispatch
import Glibc

/// The pipe through which signal handlers tell the main actor what has happened.
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

  /// Calls a function with the reasons for each waking; many that come together are one.
  func listen(_ hear: @escaping @MainActor (Set<Reason>) -> Void) {
    guard source == nil else { return }
    let source = DispatchSource.makeReadSource(fileDescriptor: reading.descriptor, queue: .main)
    let reading = reading
    let writing = writing
    source.setEventHandler {
      MainActor.assumeIsolated {
        let reasons = (reading.read() ?? []).compactMap(Reason.init)
        if !reasons.isEmpty { hear(Set(reasons)) }
      }
    }
    source.setCancelHandler {
      reading.close()
      _ = Glibc.close(writing)
    }
    source.activate()
    self.source = source
  }

  /// No handler may write any more.
  func close() {
    if let source { return source.cancel() }
    reading.close()
    _ = Glibc.close(writing)
  }
}

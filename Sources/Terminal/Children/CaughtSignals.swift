import CPosix
import Dispatch
import Glibc

/// Catches the signals that would end or stop this process (INT, TERM, HUP, QUIT, TSTP) and reports
/// them to a handler until they are restored.
///
/// PIPE is caught but not reported.
package final class CaughtSignals {
  private let source: any DispatchSourceRead

  /// Catches the signals.
  ///
  /// It returns nil if no descriptors are available; signals then keep their usual effect.
  package init?(_ handler: @escaping @Sendable (_ number: Int32) -> Void) {
    var ends: [Int32] = [-1, -1]
    guard switchback_pipe(&ends) == 0 else { return nil }
    let (reading, writing) = (ends[0], ends[1])
    source = DispatchSource.makeReadSource(fileDescriptor: reading, queue: .global())
    source.setEventHandler {
      var bytes = [UInt8](repeating: 0, count: 64)
      let count = read(reading, &bytes, bytes.count)
      // The writer notices by itself that its reader has gone.
      for number in bytes.prefix(max(0, count)).map(Int32.init) where number != SIGPIPE {
        handler(number)
      }
    }
    source.setCancelHandler {
      close(reading)
      close(writing)
    }
    source.activate()
    switchback_catch(writing)
  }

  /// Restores the previous effect of each signal.
  package func restore() {
    switchback_let_go()
    source.cancel()
  }
}

/// Stops this process until it is continued, as Ctrl-Z would.
package func stopProcess() {
  // Sent to this thread, which must not continue before it stops.
  raise(SIGSTOP)
}

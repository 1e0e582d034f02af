import CPosix
import Dispatch
import Glibc

/// The signals that would end or stop us (INT, TERM, HUP, QUIT, TSTP), told instead until they are let go; PIPE is
/// taken, and not told.
package final class CaughtSignals {
  private let source: any DispatchSourceRead

  /// Nil where the system gives no more descriptors: then signals do what they always do.
  package init?(_ hear: @escaping @Sendable (_ number: Int32) -> Void) {
    var ends: [Int32] = [-1, -1]
    guard switchback_pipe(&ends) == 0 else { return nil }
    let (reading, writing) = (ends[0], ends[1])
    source = DispatchSource.makeReadSource(fileDescriptor: reading, queue: .global())
    source.setEventHandler {
      var bytes = [UInt8](repeating: 0, count: 64)
      let count = read(reading, &bytes, bytes.count)
      // That a reader has gone, who writes finds out by itself.
      for number in bytes.prefix(max(0, count)).map(Int32.init) where number != SIGPIPE {
        hear(number)
      }
    }
    source.setCancelHandler {
      close(reading)
      close(writing)
    }
    source.activate()
    switchback_catch(writing)
  }

  /// Each signal means again what it meant before.
  package func restore() {
    switchback_let_go()
    source.cancel()
  }
}

/// Stops this process until somebody lets it go on, as Ctrl-Z would have.
package func stopProcess() {
  // To this very thread: it must not get any further before.
  raise(SIGSTOP)
}

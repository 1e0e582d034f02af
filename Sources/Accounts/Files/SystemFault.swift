import Glibc

/// A refusal of the system's, as `errno` tells it.
package struct SystemFault: Error, Sendable, Hashable, CustomStringConvertible {
  package let code: CInt

  package init(code: CInt) {
    self.code = code
  }

  /// The latest one.
  static var latest: SystemFault { SystemFault(code: errno) }

  package var description: String { String(cString: strerror(code)) }
}

import Glibc

/// A refusal of the system's, as `errno` tells it.
struct SystemFault: Error, CustomStringConvertible {
  let code: CInt

  /// The latest one.
  static var latest: SystemFault { SystemFault(code: errno) }

  var description: String { String(cString: strerror(code)) }
}

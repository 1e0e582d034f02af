extension HTTPError: CustomStringConvertible {
  /// A clause that names the host and what went wrong.
  package var description: String {
    switch self {
    case .unreachable(let host, let reason):
      "\(forDisplay(host)) cannot be reached: \(forDisplay(reason, limit: 300))"
    case .timedOut(let host, let seconds):
      "\(forDisplay(host)) did not answer within \(seconds) s"
    case .tooLarge(let host, let limit):
      "the answer of \(forDisplay(host)) is larger than \(limit) bytes"
    case .notSent(let host, let reason):
      "the request to \(forDisplay(host)) was not sent: \(forDisplay(reason, limit: 300))"
    case .tooLong(let host, let limit):
      "the request to \(forDisplay(host)) was not sent: its headers are longer than \(limit >> 10) KiB, "
        + "and the session token is the longest of them"
    case .broken(let host, let reason):
      "the connection to \(forDisplay(host)) broke: \(forDisplay(reason, limit: 300))"
    }
  }
}

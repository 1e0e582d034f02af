import STS

/// Why what `aws login` left cannot be used.
enum ConsoleLoginFault: Error, Sendable, Equatable {
  case missing
  case unreadable(ReadProblem)
  case damaged(String)
  case lacks(String)
  case notRenewed(Problem)
}

extension ConsoleLoginFault: CustomStringConvertible {
  var description: String {
    switch self {
    case .missing: "there is no login."
    case .unreadable(let problem): "\(problem)"
    case .damaged(let path): "\(forDisplay(path, limit: 300)) is not JSON."
    case .lacks(let key): "its file has no usable \(key)."
    case .notRenewed(let problem): "\(problem)"
    }
  }
}

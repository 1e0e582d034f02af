import STS

/// Why what `aws login` left cannot be used.
enum ConsoleLoginError: Error, Sendable, Equatable {
  case missing
  case unreadable(FileReadError)
  case damaged(String)
  case missingKey(String)
  case notRenewed(ServiceError)
}

extension ConsoleLoginError: CustomStringConvertible {
  var description: String {
    switch self {
    case .missing: "there is no login."
    case .unreadable(let problem): "\(problem)"
    case .damaged(let path): "\(forDisplay(path, limit: 300)) is not JSON."
    case .missingKey(let key): "its file has no usable \(key)."
    case .notRenewed(let problem): "\(problem)"
    }
  }
}

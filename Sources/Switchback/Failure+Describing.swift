import Accounts
import AWSConfig
import Credentials
import Canvas
import Foundation
import STS
import Terminal

extension Failure {
  /// What any error of ours means to the caller: its status, and its sentence under the entry's name.
  init(_ error: any Error, entry: String? = nil) {
    switch error {
    case let failure as Failure: self = failure
    case is CancellationError: self = .cancelled
    default:
      let sentence = "\(error)"
      let named = entry.map { sentence.contains($0) ? sentence : "\($0.cleaned): \(sentence)" }
      self.init(status: Failure.status(of: error), description: named ?? sentence)
    }
  }

  private static func status(of error: any Error) -> Int32 {
    switch error {
    case let problem as CredentialProblem: problem.isAWSs ? 3 : 2
    case is HTTPFailure: 3
    case Problem.invalid: 2
    case is Problem, is LoginNeeded, is LoginProblem: 3
    default: 2
    }
  }
}

extension CredentialProblem {
  /// True where AWS, or what stands between it and us, is at fault, and not what was configured.
  fileprivate var isAWSs: Bool {
    switch self {
    case .tookTooLong, .wrongAccount, .processCodeRefused, .stillLocked: true
    default: false
    }
  }
}

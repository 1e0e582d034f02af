import AWSConfig
import Credentials
import Secrets

/// What a person may be asked for the sake of an entry: entries with a question in common share its answer.
enum CredentialQuestion: Hashable, Sendable {
  case login(SSOLogin)
  /// A code of a device, for whoever `owner` names: the access key that entries share, else the entry itself.
  case code(device: String, owner: String)
}

extension RoleChain {
  /// What may be asked on the way to the session of the entry of that name.
  func questions(for entry: String) -> Set<CredentialQuestion> {
    var questions: Set<CredentialQuestion> = []
    if case .sso(let source) = base { questions.insert(.login(source.login)) }
    for (index, hop) in hops.enumerated() {
      guard let device = hop.mfaSerial, hop.mfaProcess == nil else { continue }
      let shared = index == 0 && sharesDevice && hop.durationSeconds ?? 3600 <= 3600
      let owner = shared ? base.accessKeyID ?? entry : entry
      questions.insert(.code(device: device, owner: owner))
    }
    return questions
  }
}

extension CredentialSource {
  fileprivate var accessKeyID: String? {
    switch self {
    case .staticKeys(let keys, _), .environment(let keys): keys.accessKeyID
    default: nil
    }
  }
}

import Foundation
package import Secrets

/// What the browser brings back from a login.
package enum Callback: Sendable, Hashable {
  case code(Secret)
  /// As AWS says it, not yet cleaned.
  case refused(error: String, description: String?)
}

/// The path that AWS sends the browser to, the same as the AWS CLI's.
let callbackPath = "/oauth/callback"

extension Callback {
  /// What a request's target brings; nil where its state is not the one that went out, or nothing else is in it.
  package init?(target: String, state: String) {
    let items = URLComponents(string: target)?.queryItems ?? []
    func value(_ name: String) -> String? {
      items.first { $0.name == name }?.value.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let given = value("state"), isSame(given, state) else { return nil }
    if let error = value("error") {
      self = .refused(
        error: error,
        description: value("error_description")?.replacing("+", with: " "))
    } else if let code = value("code") {
      self = .code(Secret(code))
    } else {
      return nil
    }
  }
}

/// Compares without telling by its time how much of the two is the same.
func isSame(_ one: String, _ other: String) -> Bool {
  let (one, other) = (Array(one.utf8), Array(other.utf8))
  guard one.count == other.count else { return false }
  return zip(one, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
}

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

/// What a request to the callback's server comes to: the page to show, and what the browser brought, where it did.
package struct CallbackResponse: Sendable, Hashable {
  package var page: CallbackPage
  package var callback: Callback?

  init(page: CallbackPage) {
    self.page = page
  }

  /// A page on another site may reach us by a name of its own, so that the Host must be ours; and it cannot know the
  /// state, so that nothing without it counts.
  package init(method: String, target: String, hosts: [String], port: Int, state: String) {
    guard hosts == ["127.0.0.1:\(port)"] else {
      page = .wrongHost
      return
    }
    guard target == callbackPath || target.hasPrefix(callbackPath + "?") else {
      page = .unknown
      return
    }
    guard method == "GET" else {
      page = .wrongMethod
      return
    }
    callback = Callback(target: target, state: state)
    page =
      switch callback {
      case .code: .loggedIn
      case .refused: .refused
      case nil: .wrongState
      }
  }
}

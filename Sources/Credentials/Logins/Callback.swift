import Foundation
package import HTTP
package import Secrets

/// The result of a login in the browser.
package enum Callback: Sendable, Hashable {
  case code(Secret)
  /// AWS's own texts, which are not cleaned.
  case refused(error: String, description: String?)
}

/// The path to which AWS redirects the browser; the AWS CLI uses the same.
let callbackPath = "/oauth/callback"

extension Callback {
  /// The result in a request's target; nil if its state is not the one that was sent, or if there
  /// is no result.
  package init?(target: String, state: String) {
    let items = URLComponents(string: target)?.queryItems ?? []
    func value(_ name: String) -> String? {
      items.first { $0.name == name }?.value.flatMap { $0.isEmpty ? nil : $0 }
    }
    guard let given = value("state"), isEqualInConstantTime(given.utf8, state.utf8) else {
      return nil
    }
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

/// The response of the callback server: the page to show, and the login's result, if there is one.
package struct CallbackResponse: Sendable, Hashable {
  package var page: CallbackPage
  package var callback: Callback?

  init(page: CallbackPage) {
    self.page = page
  }

  /// The response to a request, which needs the server's own Host and the login's state.
  ///
  /// A page of another site may reach this server under a name of its own, and cannot know the
  /// state.
  package init(_ request: LoopbackRequest, state: String) {
    guard request.isForOwnHost(allowsLocalhost: false) else {
      page = .wrongHost
      return
    }
    guard request.target == callbackPath || request.target.hasPrefix(callbackPath + "?") else {
      page = .unknown
      return
    }
    guard request.method == "GET" else {
      page = .wrongMethod
      return
    }
    callback = Callback(target: request.target, state: state)
    page =
      switch callback {
      case .code: .loggedIn
      case .refused: .refused
      case nil: .wrongState
      }
  }
}

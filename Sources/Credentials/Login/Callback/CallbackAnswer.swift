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

import Canvas

/// What a login to Identity Center waits for while a call is under way.
package enum LoginNotice: Equatable, Sendable {
  /// The code that the page must show, and the page, to be opened on any device.
  case code(userCode: String, page: String)
  /// What the browser was asked to open on this machine.
  case browser(url: String)
  /// Another process has the login under way.
  case waitingForAnother
}

extension LoginNotice {
  var cleaned: LoginNotice {
    switch self {
    case .code(let userCode, let page): .code(userCode: userCode.cleaned, page: page.cleaned)
    case .browser(let url): .browser(url: url.cleaned)
    case .waitingForAnother: self
    }
  }
}

/// A login that a call waits for.
struct LoginWait: Equatable, Sendable {
  /// Cleaned.
  var notice: LoginNotice
  /// Seconds since 1970.
  var since: Int
}

extension LoginWait {
  /// What is to be done.
  var blocks: [BoxedText.Block] {
    switch notice {
    case .code(let userCode, let page):
      [
        .text("Log in to Identity Center with this code,"), .text(""), .code(userCode), .text(""),
        .text("on any device, at"), .address(page),
      ]
    case .browser(let url):
      [
        .text("Log in to Identity Center in the browser that opens. If none does, open"),
        .text(""), .address(url),
      ]
    case .waitingForAnother: [.text("Another program is logging in to Identity Center.")]
    }
  }

  /// What is waited for, and for how long.
  func line(now: Int) -> String {
    let seconds = max(0, now - since)
    return switch notice {
    case .code, .browser: "waiting for your approval, \(seconds) s"
    case .waitingForAnother: "waiting for it, \(seconds) s"
    }
  }
}

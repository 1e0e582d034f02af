import Accounts
import Text

/// A call for a session, under way.
struct RunningCall: Equatable, Sendable {
  var selectedSwitch: SelectedSwitch
  /// Seconds since 1970.
  var since: Int
  /// What it has to say, as the program last said.
  var progress = ""
  var login: LoginWait?
  /// The first line shown of what is said.
  var top = 0
}

extension RunningCall {
  /// What is happening, on one line, with the seconds once there is one to count.
  func line(_ entry: Entry, now: Int, ellipsis: String) -> String {
    let seconds = now - since
    let what = selectedSwitch.role.map { "Assuming " + $0.place } ?? entry.calling
    // First, where no narrow screen cuts it off.
    return (selectedSwitch.choice.isReadOnly ? "Read-only: " + what.lowercasedFirst : what)
      + " " + ellipsis + (seconds >= 1 ? "  \(seconds) s" : "")
  }
}

extension Entry {
  fileprivate var calling: String {
    guard let roleName, let accountID else {
      return "Getting credentials for " + label.displayName
    }
    return "Assuming \(roleName) in \(accountID)"
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}

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

extension Model {
  /// The call under way, if it is for the entry of that name: what others say comes too late.
  private func runningCall(for name: String) -> RunningCall? {
    guard case .calling(let call) = screen, list.entry(call.selectedSwitch.entry).name == name
    else {
      return nil
    }
    return call
  }

  mutating func askCode(_ entry: String, _ device: String, _ why: CodeReason, _ hint: String) {
    guard let call = runningCall(for: entry) else { return }
    help = nil
    completeLesson(.code)
    screen = .askingCode(
      CodePrompt(
        selectedSwitch: call.selectedSwitch, device: device.cleaned, reason: why, hint: hint.cleaned
      ))
  }

  mutating func show(login notice: LoginNotice) {
    guard case .calling(var call) = screen else { return }
    help = nil
    call.login = LoginWait(notice: notice.cleaned, since: now)
    call.top = 0
    screen = .calling(call)
  }

  mutating func show(progress text: String) {
    guard case .calling(var call) = screen else { return }
    call.progress = text.cleanedLines
    if text.isEmpty { call.login = nil }
    screen = .calling(call)
  }

  mutating func cancelCall() -> [Effect] {
    guard isCalling else { return [] }
    help = nil
    return back()
  }

  mutating func show(failure text: String, of entry: String) {
    guard let call = runningCall(for: entry) else { return }
    help = nil
    screen = .failed(
      FailedAttempt(attempt: .switching(call.selectedSwitch), text: text.cleanedLines))
  }
}

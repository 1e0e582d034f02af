import Accounts
import Text

/// A call for a session, under way.
struct RunningCall: Equatable, Sendable {
  /// A role on the way, and how often AWS was asked for it.
  struct Hop: Equatable, Sendable {
    /// Such as `Admin in 111111111111`.
    var place: String
    var attempt: Int
  }

  var selectedSwitch: SelectedSwitch
  /// Seconds since 1970.
  var since: Int
  /// What AWS is asked for now; nil before it is asked for anything.
  var hop: Hop?
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
    let place = hop?.place ?? selectedSwitch.role?.place
    let what = place.map { "Assuming " + $0 } ?? entry.calling
    // First, where no narrow screen cuts it off.
    return (selectedSwitch.choice.isReadOnly ? "Read-only: " + what.lowercasedFirst : what)
      + " " + ellipsis + (hop?.retry ?? "") + (seconds >= 1 ? "  \(seconds) s" : "")
  }
}

extension RunningCall.Hop {
  /// Which try it is, from the second on.
  fileprivate var retry: String {
    guard attempt > 1 else { return "" }
    let end =
      switch (attempt % 10, attempt % 100) {
      case (_, 11...13): "th"
      case (1, _): "st"
      case (2, _): "nd"
      case (3, _): "rd"
      default: "th"
      }
    return "  \(attempt)\(end) try"
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

  /// Says which role AWS is asked for now.
  mutating func show(_ role: String, in account: String?, attempt: Int) {
    guard case .calling(var call) = screen else { return }
    let place = [role, account].compactMap(\.self).map(\.cleaned).joined(separator: " in ")
    call.hop = RunningCall.Hop(place: place, attempt: attempt)
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
      FailedAttempt(
        attempt: .switching(call.selectedSwitch), text: text.cleanedLines.advising(optionsKey)))
  }
}

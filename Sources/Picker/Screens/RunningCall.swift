import Accounts
import Text

/// A running call for a session.
struct RunningCall: Equatable, Sendable {
  /// A role of the chain, and the number of the attempt to assume it.
  struct Hop: Equatable, Sendable {
    /// The role and the account, for example `Admin in 111111111111`.
    var place: String
    var attempt: Int
  }

  var selectedSwitch: SelectedSwitch
  /// Seconds since 1970.
  var since: Int
  /// The role that is being assumed; nil before the first one.
  var hop: Hop?
  /// The last note of the call.
  var progress = ""
  var login: LoginWait?
  /// The first line shown.
  var top = 0
}

extension RunningCall {
  /// The state of the call on one line, with the elapsed seconds from the first one.
  func line(_ entry: Entry, now: Int, ellipsis: String) -> String {
    let seconds = now - since
    let place = hop?.place ?? selectedSwitch.role?.place
    let what = place.map { "Assuming " + $0 } ?? entry.calling
    // It comes first, so that no narrow screen truncates it.
    return (selectedSwitch.options.isReadOnly ? "Read-only: " + what.lowercasedFirst : what)
      + " " + ellipsis + (hop?.retry ?? "") + (seconds >= 1 ? "  \(seconds) s" : "")
  }
}

extension RunningCall.Hop {
  /// The number of the attempt, from the second one on.
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
  /// The instructions to the user.
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

  /// What the call waits for, and for how long.
  func line(now: Int) -> String {
    let seconds = max(0, now - since)
    return switch notice {
    case .code, .browser: "waiting for your approval, \(seconds) s"
    case .waitingForAnother: "waiting for it, \(seconds) s"
    }
  }
}

extension Model {
  /// The running call, if it is for the named entry.
  ///
  /// Messages of earlier calls are too late.
  private func runningCall(for name: String) -> RunningCall? {
    guard case .calling(let call) = screen, list.entry(call.selectedSwitch.entry).name == name
    else {
      return nil
    }
    return call
  }

  mutating func askCode(_ entry: String, _ device: String, _ reason: CodeReason, _ hint: String) {
    guard let call = runningCall(for: entry) else { return }
    help = nil
    completeLesson(.code)
    screen = .askingCode(
      CodePrompt(
        selectedSwitch: call.selectedSwitch, device: device.cleaned, reason: reason,
        hint: hint.cleaned
      ))
  }

  mutating func show(login notice: LoginNotice) {
    guard case .calling(var call) = screen else { return }
    help = nil
    call.login = LoginWait(notice: notice.cleaned, since: now)
    call.top = 0
    screen = .calling(call)
  }

  /// Shows the role that is being assumed.
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

extension Model {
  func text(of call: RunningCall) -> BoxedText {
    let login = call.login.map { $0.blocks + [.text("")] } ?? []
    let progress = call.progress.isEmpty ? [] : [BoxedText.Block.text(call.progress), .text("")]
    return BoxedText(
      title: name(call.selectedSwitch), mark: mark(call.selectedSwitch),
      body: [.text("")] + login + progress,
      foot: call.login?.line(now: now) ?? "", top: call.top, isWhole: true)
  }
}

extension RunningCall {
  var isSilent: Bool { progress.isEmpty && login == nil }
}

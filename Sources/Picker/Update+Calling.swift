import Accounts
import Canvas

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

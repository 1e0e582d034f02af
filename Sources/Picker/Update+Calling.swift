import Accounts
import Canvas

extension Model {
  /// The call under way, if it is for the entry of that name: what others say comes too late.
  private func call(for name: String) -> Call? {
    guard case .calling(let call) = screen, list.entry(call.order.entry).name == name else {
      return nil
    }
    return call
  }

  mutating func askCode(_ entry: String, _ device: String, _ why: CodeReason, _ hint: String) {
    guard let call = call(for: entry) else { return }
    help = nil
    learn(.code)
    screen = .askingCode(
      CodePrompt(order: call.order, device: device.cleaned, why: why, hint: hint.cleaned))
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

  mutating func giveUpCall() -> [Effect] {
    guard isCalling else { return [] }
    help = nil
    return back()
  }

  mutating func show(failure text: String, of entry: String) {
    guard let call = call(for: entry) else { return }
    help = nil
    screen = .failed(Failure(attempt: .switching(call.order), text: text.cleanedLines))
  }
}

import Accounts
import Canvas
import Text

/// What stands in a box over the list.
struct BoxedText: Equatable {
  var title: String
  /// A sign after the title, which is shown however long the title is.
  var mark = ""
  var isDanger = false
  var body: [Block]
  /// What stands below the body and never scrolls.
  var foot = ""
  /// The first line shown.
  var top = 0
  /// On a small screen blank lines, then the border, give way before any line is out of sight.
  var isWhole = false
  /// In two columns where the screen is wide.
  var isWide = false

  enum Block: Equatable {
    case text(String)
    case heading(String)
    case warning(String)
    /// A key or a name, and what it means.
    case pair(String, String)
    /// A line being typed, behind a prompt, and what stands for characters that are yet to be typed.
    case field(TextField, prompt: String, blanks: String = "")
    case option(OptionLine)
    /// A line in colours of its own.
    case spans([Span])
    case choices(ChoiceLine)
    /// A code to be compared or typed elsewhere.
    case code(String)
    /// An address to be opened elsewhere, whole however long it is.
    case address(String)
  }
}

extension Model {
  /// The box over the list, if any.
  func box(on size: Size) -> BoxedText? {
    if let help {
      var text = helpText
      text.top = help.top
      return text
    }
    switch screen {
    case .list, .jumping, .palette: return nil
    case .calling(let call): return call.isSilent ? nil : text(of: call)
    case .choosingOptions(let form): return text(of: form)
    case .editing(let editing): return text(of: editing)
    case .confirming(let confirmation): return text(of: confirmation)
    case .askingCode(let prompt): return text(of: prompt)
    case .failed(let failure): return text(of: failure)
    case .confirmingDeletion(let forgetting): return text(of: forgetting)
    case .enteringCommand(let prompt): return text(of: prompt)
    }
  }

  func text(of failure: FailedAttempt) -> BoxedText {
    BoxedText(
      title: title(of: failure.attempt), mark: failure.selectedSwitch.map(mark) ?? "",
      isDanger: true, body: [.text(""), .text(failure.text), .text("")], top: failure.top)
  }

  private func title(of attempt: FailedAttempt.Attempt) -> String {
    switch attempt {
    case .switching(let order): "Could not switch to \(name(order))"
    case .editing(_, let displayName): "Could not edit \(displayName)"
    case .undoing: "Could not undo the last change"
    }
  }

  func text(of call: RunningCall) -> BoxedText {
    let login = call.login.map { $0.blocks + [.text("")] } ?? []
    let said = call.progress.isEmpty ? [] : [BoxedText.Block.text(call.progress), .text("")]
    return BoxedText(
      title: name(call.selectedSwitch), mark: mark(call.selectedSwitch),
      body: [.text("")] + login + said,
      foot: call.login?.line(now: now) ?? "", top: call.top, isWhole: true)
  }

  private func text(of prompt: CodePrompt) -> BoxedText {
    let rest = max(0, CodePrompt.length - prompt.field.text.count)
    return BoxedText(
      title: "MFA code for \(name(prompt.selectedSwitch))", mark: mark(prompt.selectedSwitch),
      body: [.text(""), .text("6-digit code from \(prompt.device):")]
        + (prompt.hint.isEmpty ? [] : [.text(prompt.hint)])
        // Beside the field, which is in sight on any screen.
        + [.text("")] + (prompt.warning.map { [.warning($0)] } ?? [])
        + [
          .field(prompt.field, prompt: "", blanks: String(repeating: "_", count: rest)),
          .text(""),
        ])
  }

  private func text(of confirmation: Confirmation) -> BoxedText {
    let order = confirmation.selectedSwitch
    let field = confirmation.field
    let source = list.entry(order.entry).label.displayName
    let what = order.role == nil ? "to confirm" : "to assume it from \(source.cleaned)"
    let names = confirmation.names.joined(separator: " or ")
    let wrong: BoxedText.Block = .warning("That doesn't match.")
    guard !confirmation.isQuestion else {
      return BoxedText(
        title: "Switch to \(name(order))?", mark: mark(order),
        body: [
          .text(""), .text("Type y to confirm. Enter alone goes back."), .text(""),
          .field(field, prompt: marks.prompt + " "), .text(""),
        ])
    }
    return BoxedText(
      title: "Switch to \(name(order))?", mark: mark(order),
      body: [.text(""), .text("Type \(names) \(what).")]
        + (confirmation.isRefused ? [wrong] : [])
        + [
          .text(""), .field(field, prompt: marks.prompt + " "),
          .text(""),
        ])
  }

  func mark(_ order: SelectedSwitch) -> String { order.choice.isReadOnly ? " (read-only)" : "" }
}

extension RunningCall {
  fileprivate var isSilent: Bool { progress.isEmpty && login == nil }
}

extension CodeReason {
  fileprivate var sentence: String? {
    switch self {
    case .firstRequest: nil
    case .refused: "AWS refused that code. If it was right, wait for the next one."
    case .maybeUsed: "That code may be used up: wait for the next one."
    }
  }
}

extension CodePrompt {
  fileprivate var warning: String? {
    isShort ? "An MFA code has six digits." : reason.sentence
  }
}

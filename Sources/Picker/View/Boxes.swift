import Accounts
import Canvas

extension Model {
  /// The box over the list, if any.
  func box(on size: Size) -> BoxedText? {
    if let help {
      var text = helpText
      text.top = help.top
      return text
    }
    switch screen {
    case .list: return nil
    case .calling(let call): return call.progress.isEmpty ? nil : text(of: call)
    case .confirming(let confirmation): return text(of: confirmation)
    case .askingCode(let prompt): return text(of: prompt)
    case .failed(let failure): return text(of: failure)
    }
  }

  func text(of failure: Failure) -> BoxedText {
    BoxedText(
      title: "Could not switch to \(displayName(failure.entry))", isDanger: true,
      body: [.text(""), .text(failure.text), .text("")], top: failure.top)
  }

  private func text(of call: Call) -> BoxedText {
    BoxedText(
      title: displayName(call.entry), body: [.text(""), .text(call.progress), .text("")])
  }

  private func text(of prompt: CodePrompt) -> BoxedText {
    let rest = max(0, CodePrompt.length - prompt.field.text.count)
    let wrong: BoxedText.Block = .warning("AWS refused that code. Wait for the next one.")
    return BoxedText(
      title: "MFA code for \(displayName(prompt.entry))",
      body: [.text("")] + (prompt.wrong ? [wrong] : [])
        + [
          .text("The six digits that \(prompt.device) shows:"), .text(""),
          .field(
            before: masked(prompt.field.before),
            after: masked(prompt.field.after) + String(repeating: "_", count: rest)),
          .text(""),
        ])
  }

  private func text(of confirmation: Confirmation) -> BoxedText {
    let field = confirmation.field
    let wrong: BoxedText.Block = .warning("That is not its name.")
    return BoxedText(
      title: "Switch to \(displayName(confirmation.entry))?",
      body: [.text(""), .text("To go on, type its name: \(confirmation.name)")]
        + (confirmation.wrong ? [wrong] : [])
        + [
          .text(""), .field(before: marks.prompt + " " + field.before, after: field.after),
          .text(""),
        ])
  }

  private func masked(_ text: String) -> String {
    String(repeating: marks.bullet, count: text.count)
  }

  private func displayName(_ index: Int) -> String { list.entry(index).label.displayName }
}

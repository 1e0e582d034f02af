import Canvas

/// How `switchback prompt` writes a label.
package enum PromptFormat: String, Sendable, CaseIterable {
  case plain, ansi, tmux
}

extension ActiveLabel {
  /// The label for somebody's own prompt, without a line's end; nothing in it is an escape sequence, a reference or a
  /// tmux format but what the format itself adds.
  package func prompt(_ format: PromptFormat, _ colors: LabelColors, at now: Int) -> String {
    let text = text(at: now)
    switch format {
    case .plain: return text
    case .ansi:
      let parameters = color.flatMap(colors.parameters) ?? "0;1;7"
      return String(colors.badge(text, parameters) { "\u{1B}[\($0)m" }.dropLast())
    case .tmux:
      // tmux takes # for the start of a format, and shows ## as one.
      let shown = text.unicodeScalars.map { $0 == "#" ? "##" : String($0) }.joined()
      guard let color, let hex = color.hex else { return shown }
      let ink = color.textColor == .white ? "#ffffff" : "#000000"
      return "#[fg=\(ink),bg=\(hex)] \(shown) #[default]"
    }
  }
}

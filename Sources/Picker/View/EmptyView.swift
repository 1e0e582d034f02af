import Canvas

extension Model {
  /// How to get entries, where there are none.
  func drawNoEntries(_ frame: inout Frame, _ layout: Layout) {
    let room = max(1, frame.size.columns - 4)
    let top = (layout.header ?? layout.prompt ?? -1) + (frame.size.rows >= 20 ? 1 : 0)
    let lines = Self.noEntries.flatMap { line in
      line.isExample ? [(line, line.text)] : line.text.wrapped(to: room).map { (line, $0) }
    }
    let rows = max(0, top)..<max(top, layout.footer ?? frame.size.rows)
    for (row, (line, text)) in zip(rows, lines) {
      let style = line.isExample ? theme.key : theme.text
      frame.put(text, at: Point(row: row, column: line.isExample ? 4 : 2), style: style)
    }
  }

  private struct Advice {
    var text: String
    var isExample = false
  }

  private static let noEntries = [
    Advice(text: "No AWS profile can be switched to yet."),
    Advice(text: ""),
    Advice(
      text: "Each profile of ~/.aws/config is an entry here, or of the file that the variable "
        + "AWS_CONFIG_FILE names. Write one there, such as:"),
    Advice(text: ""),
    Advice(text: "[profile production]", isExample: true),
    Advice(text: "role_arn = arn:aws:iam::111122223333:role/Admin", isExample: true),
    Advice(text: "source_profile = default", isExample: true),
    Advice(text: "region = eu-west-1", isExample: true),
    Advice(text: ""),
    Advice(text: "or let `aws configure` do it."),
    Advice(text: ""),
    Advice(text: "Enter shows Switchback at work, with a pretend AWS and no account."),
  ]
}

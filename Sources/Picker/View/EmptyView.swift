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
    Advice(text: "No usable AWS profiles yet."),
    Advice(text: ""),
    Advice(
      text: "Switchback lists every profile in ~/.aws/config (or $AWS_CONFIG_FILE). "
        + "Examples: a role assumed with your keys, and a role in IAM Identity Center:"),
    Advice(text: ""),
    Advice(text: "[profile production]", isExample: true),
    Advice(text: "role_arn = arn:aws:iam::111122223333:role/Admin", isExample: true),
    Advice(text: "source_profile = default", isExample: true),
    Advice(text: ""),
    Advice(text: "[profile staging]", isExample: true),
    Advice(text: "sso_session = acme", isExample: true),
    Advice(text: "sso_account_id = 444455556666", isExample: true),
    Advice(text: "sso_role_name = Developer", isExample: true),
    Advice(text: "[sso-session acme]", isExample: true),
    Advice(text: "sso_start_url = https://acme.awsapps.com/start", isExample: true),
    Advice(text: "sso_region = eu-west-1", isExample: true),
    Advice(text: ""),
    Advice(text: "`aws configure` and `aws configure sso` write them."),
    Advice(text: "Press Enter for a demo with a simulated AWS. No account needed."),
  ]
}

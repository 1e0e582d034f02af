import Accounts
import Canvas
import Search
import Text

extension Model {
  /// Explains how to add entries if there are none.
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

  private struct HelpLine {
    var text: String
    var isExample = false
  }

  private static let noEntries = [
    HelpLine(text: NoEntriesText.title),
    HelpLine(text: ""),
    HelpLine(
      text: NoEntriesText.source
        + " Examples: a role assumed with your keys, and a role in IAM Identity Center:"),
    HelpLine(text: ""),
    HelpLine(text: "[profile production]", isExample: true),
    HelpLine(text: "role_arn = arn:aws:iam::111122223333:role/Admin", isExample: true),
    HelpLine(text: "source_profile = default", isExample: true),
    HelpLine(text: ""),
    HelpLine(text: "[profile staging]", isExample: true),
    HelpLine(text: "sso_session = acme", isExample: true),
    HelpLine(text: "sso_account_id = 444455556666", isExample: true),
    HelpLine(text: "sso_role_name = Developer", isExample: true),
    HelpLine(text: "[sso-session acme]", isExample: true),
    HelpLine(text: "sso_start_url = https://acme.awsapps.com/start", isExample: true),
    HelpLine(text: "sso_region = eu-west-1", isExample: true),
    HelpLine(text: ""),
    HelpLine(text: NoEntriesText.setup),
    HelpLine(text: NoEntriesText.demo),
  ]
}

extension Model {
  /// Explains what Enter and Esc do if nothing matches, or the error in a typed role.
  func drawNoMatch(_ frame: inout Frame, _ layout: Layout) {
    let lines = [noMatch, list.complaint].compactMap(\.self).flatMap {
      $0.wrapped(to: frame.size.columns - 4)
    }
    for (row, text) in zip(layout.list, lines) {
      frame.put(text, at: Point(row: row, column: 3), style: theme.text)
    }
  }

  private var noMatch: String {
    switch typedRole {
    case nil: "Nothing matches. Esc clears the query."
    case .success(let role):
      "That names a role: Enter assumes \(role.place), from an entry that you choose next."
    case .failure(let error):
      if let reference = list.query.reference {
        reference.notFound.cleaned
      } else if namesRole(list.field.text) {
        error.description.cleaned
      } else {
        "This ARN or page does not name an account, so no entry is found. Esc clears the query."
      }
    }
  }

  /// Whether the text was probably meant as a role.
  private func namesRole(_ text: String) -> Bool {
    text.lowercased().contains(":iam:") || text.lowercased().contains("switchrole")
  }
}

/// The sentences for a catalogue without entries, for all forms of the picker.
package enum NoEntriesText {
  package static let title = "No usable AWS profiles yet."
  package static let source =
    "Switchback lists every profile in ~/.aws/config (or $AWS_CONFIG_FILE)."
  package static let setup = "`aws configure` and `aws configure sso` write them."
  package static let demo = "Press Enter for a demo with a simulated AWS. No account needed."
}

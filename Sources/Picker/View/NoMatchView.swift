import Accounts
import Canvas

extension Model {
  /// What Enter and Esc do where nothing matches, or what is wrong with the role that was typed.
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
    case .failure(let fault):
      if let reference = list.query.reference {
        reference.notFound.cleaned
      } else if namesRole(list.field.text) {
        fault.description.cleaned
      } else {
        "This ARN or page names no account, so no entry is found. Esc clears the query."
      }
    }
  }

  /// True of what was meant to name a role.
  private func namesRole(_ text: String) -> Bool {
    text.lowercased().contains(":iam:") || text.lowercased().contains("switchrole")
  }
}

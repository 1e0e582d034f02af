import Accounts
import Search
import Text

/// The part of the selected entry that is copied to the clipboard.
enum CopiedText: Equatable, Sendable {
  case account, role, link
}

extension Model {
  mutating func copy(_ kind: CopiedText) -> [Effect] {
    guard let row = list.selected else { return [.ring] }
    do {
      let text = try list.entry(row).text(kind)
      remark = "copied \(text.cleaned)"
      return [.copy(text)]
    } catch {
      return refuse("\(error)")
    }
  }

  /// Refuses a key and shows the reason.
  mutating func refuse(_ reason: String) -> [Effect] {
    remark = reason
    return [.ring]
  }
}

extension Entry {
  /// The text to copy.
  ///
  /// It throws a sentence if the entry does not have it.
  fileprivate func text(_ kind: CopiedText) throws -> String {
    switch kind {
    case .account:
      guard let accountID else { throw NotAvailableError(what: "No account ID for this entry.") }
      return accountID
    case .role:
      guard let roleARN else { throw NotAvailableError(what: "No role ARN for this entry.") }
      return roleARN.cleaned
    case .link: return try switchRoleLink()
    }
  }
}

/// The entry does not have the text to copy.
private struct NotAvailableError: Error, CustomStringConvertible {
  var description: String

  init(what description: String) { self.description = description }
}

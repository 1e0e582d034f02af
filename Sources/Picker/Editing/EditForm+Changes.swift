import Accounts
import Canvas

extension EditForm {
  /// What is to be written: of each field that was changed, what it says now; nil, and what is wrong stands at the
  /// fields, where one cannot be written.
  ///
  /// `holder` gives the display name of another entry that has a key.
  mutating func changes(holder: (Character) -> String?) -> [LabelChange]? {
    errors = [:]
    failure = nil
    var changes: [LabelChange] = []
    for field in EditField.allCases where field != .pinned && isChanged(field) {
      switch change(field, holder) {
      case .success(let change): changes.append(change)
      case .failure(let fault): errors[field] = fault.sentence
      }
    }
    guard let wrong = EditField.allCases.first(where: { errors[$0] != nil }) else {
      return changes.filter { !$0.isSet(by: sources.entrySettings) }
    }
    selectField(to: wrong)
    return nil
  }

  private func change(
    _ field: EditField, _ holder: (Character) -> String?
  ) -> Result<LabelChange, EditError> {
    let text = self[field].text
    let value = text.trimmed.isEmpty ? nil : text.trimmed
    return switch field {
    case .displayName where value == nil && !text.isEmpty:
      .failure(.blank(otherwise: sources.displayName.value.cleaned))
    case .displayName: .success(.displayName(value))
    case .color: color(value)
    case .group, .pinned: .success(.group(value))
    case .shortcut: shortcut(value, holder)
    }
  }

  private func color(_ text: String?) -> Result<LabelChange, EditError> {
    guard let text else { return .success(.color(nil)) }
    return Color(label: text).map { .success(.color($0)) } ?? .failure(.invalidColor(text))
  }

  private func shortcut(
    _ text: String?, _ holder: (Character) -> String?
  ) -> Result<LabelChange, EditError> {
    guard let text else { return .success(.shortcut(nil)) }
    guard let key = Character(shortcut: text) else { return .failure(.invalidKey(text)) }
    return holder(key).map { .failure(.taken(key, by: $0)) } ?? .success(.shortcut(key))
  }
}

/// Why what a field says cannot be written.
enum EditError: Error, Equatable {
  case blank(otherwise: String)
  case invalidColor(String)
  case invalidKey(String)
  case taken(Character, by: String)

  var sentence: String {
    switch self {
    case .blank(let name): "Blanks alone are no name; leave it empty for '\(name)'."
    case .invalidColor(let text):
      "'\(text)' is no colour; write #rrggbb, or \(Color.named.map(\.key).joined(separator: ", "))."
    case .invalidKey(let text): "'\(text)' is not a single key."
    case .taken(let key, let name): "'\(key)' is the shortcut of \(name) already."
    }
  }
}

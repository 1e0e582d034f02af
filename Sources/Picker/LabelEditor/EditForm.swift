import Accounts
import Canvas
import Text

/// The form in which an entry's label is changed.
struct EditForm: Equatable, Sendable {
  /// The entry as shown in the list.
  let entry: Entry
  let sources: LabelSources
  /// Whether the entry is pinned in the saved state.
  var wasPinned: Bool
  var isPinned: Bool
  /// The index of the current field.
  private(set) var place = 0
  /// The errors of the submitted values, by field.
  var errors: [EditField: String] = [:]
  /// The reason why the changes could not be saved.
  var failure: String?
  private let texts: [EditField: SuggestingField]
  private var fields: [EditField: SuggestingField]

  init(_ entry: Entry, _ sources: LabelSources, isPinned: Bool, groups: [String]) {
    self.entry = entry
    self.sources = sources
    self.isPinned = isPinned
    wasPinned = isPinned
    texts = Dictionary(
      uniqueKeysWithValues: EditField.allCases.map {
        (
          $0,
          SuggestingField(
            $0.text(sources.entrySettings), among: $0.suggestions(sources, groups: groups))
        )
      })
    fields = texts
  }

  subscript(_ field: EditField) -> SuggestingField { fields[field] ?? SuggestingField("") }

  /// The current field.
  var current: EditField { EditField.allCases[place] }

  /// Whether the field differs from `config.yaml`.
  func isChanged(_ field: EditField) -> Bool {
    field == .pinned ? isPinned != wasPinned : fields[field]?.text != texts[field]?.text
  }
}

extension EditForm {
  mutating func move(_ motion: Motion) {
    let count = EditField.allCases.count
    place = motion.applied(to: place, page: count, count: count)
  }

  /// Types text.
  ///
  /// It returns false if the field does not accept the text, or not all of it.
  mutating func type(_ text: String) -> Bool {
    errors[current] = nil
    guard current == .pinned else { return fields[current]?.type(text) ?? false }
    switch text.first?.lowercased() {
    case "y": isPinned = true
    case "n": isPinned = false
    case " ": isPinned.toggle()
    default: return false
    }
    return true
  }

  /// Types characters, each as a key.
  ///
  /// It returns false if the field does not accept all of them.
  mutating func type(keys: ArraySlice<Character>) -> Bool {
    guard current == .pinned else { return type(String(keys)) }
    return keys.reduce(true) { type(String($1)) && $0 }
  }

  mutating func apply(_ edit: TextField.Edit) {
    errors[current] = nil
    guard current == .pinned else {
      fields[current]?.apply(edit)
      return
    }
    if edit == .left || edit == .right { isPinned.toggle() }
  }

  mutating func selectField(_ field: EditField) {
    place = EditField.allCases.firstIndex(of: field) ?? place
  }
}

extension EditForm {
  /// The changes to write, one for each changed field; nil if a value is invalid, with the reason
  /// in `errors`.
  ///
  /// `owner` returns the display name of another entry that has a shortcut.
  mutating func changes(owner: (Character) -> String?) -> [LabelChange]? {
    errors = [:]
    failure = nil
    var changes: [LabelChange] = []
    for field in EditField.allCases where field != .pinned && isChanged(field) {
      switch change(field, owner) {
      case .success(let change): changes.append(change)
      case .failure(let error): errors[field] = error.sentence
      }
    }
    guard let wrong = EditField.allCases.first(where: { errors[$0] != nil }) else {
      return changes.filter { !$0.isSet(in: sources.entrySettings) }
    }
    selectField(wrong)
    return nil
  }

  private func change(
    _ field: EditField, _ owner: (Character) -> String?
  ) -> Result<LabelChange, EditError> {
    let text = self[field].text
    let value = text.trimmed.isEmpty ? nil : text.trimmed
    return switch field {
    case .displayName where value == nil && !text.isEmpty:
      .failure(.blank(otherwise: sources.displayName.value.cleaned))
    case .displayName: .success(.displayName(value))
    case .color: color(value)
    case .group, .pinned: .success(.group(value))
    case .shortcut: shortcut(value, owner)
    }
  }

  private func color(_ text: String?) -> Result<LabelChange, EditError> {
    guard let text else { return .success(.color(nil)) }
    return Color(label: text).map { .success(.color($0)) } ?? .failure(.invalidColor(text))
  }

  private func shortcut(
    _ text: String?, _ owner: (Character) -> String?
  ) -> Result<LabelChange, EditError> {
    guard let text else { return .success(.shortcut(nil)) }
    guard let key = Character(shortcut: text) else { return .failure(.invalidKey(text)) }
    return owner(key).map { .failure(.taken(key, by: $0)) } ?? .success(.shortcut(key))
  }
}

/// The reason why the value of a field is invalid.
enum EditError: Error, Equatable {
  case blank(otherwise: String)
  case invalidColor(String)
  case invalidKey(String)
  case taken(Character, by: String)

  var sentence: String {
    switch self {
    case .blank(let name): "A name cannot consist of blanks only; leave it empty for '\(name)'."
    case .invalidColor(let text):
      "'\(text)' is not a colour; write #rrggbb, or "
        + "\(Color.named.map(\.key).joined(separator: ", "))."
    case .invalidKey(let text): "'\(text)' is not a single key."
    case .taken(let key, let name): "'\(key)' is the shortcut of \(name) already."
    }
  }
}

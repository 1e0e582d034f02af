import Accounts
import Canvas

/// The form in which an entry's label is changed.
struct EditForm: Equatable, Sendable {
  /// As it is shown.
  let entry: Entry
  let sources: LabelSources
  /// Whether it is pinned as far as is kept.
  var wasPinned: Bool
  var isPinned: Bool
  /// The place of the field that is typed into.
  private(set) var place = 0
  /// What is wrong with what was sent, by field.
  var errors: [EditField: String] = [:]
  /// Why it could not be saved.
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

  /// The field that is typed into.
  var current: EditField { EditField.allCases[place] }

  /// True where the field no longer says what `config.yaml` does.
  func isChanged(_ field: EditField) -> Bool {
    field == .pinned ? isPinned != wasPinned : fields[field]?.text != texts[field]?.text
  }
}

extension EditForm {
  mutating func move(_ motion: Motion) {
    let count = EditField.allCases.count
    place = motion.applied(to: place, page: count, count: count)
  }

  /// Types text; false where the field takes no such thing, or not all of it.
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

  /// Types characters each of which is a key; false where the field does not take all of them.
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

  mutating func selectField(to field: EditField) {
    place = EditField.allCases.firstIndex(of: field) ?? place
  }
}

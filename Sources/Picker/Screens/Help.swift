import Accounts

/// The help, open.
struct Help: Equatable, Sendable {
  /// The first line shown.
  var top = 0
  /// What of it is shown, where something is typed.
  private(set) var field = TextField("")

  /// Types text; false where it does not all fit.
  mutating func type(_ text: String) -> Bool {
    defer { top = 0 }
    return field.insert(text)
  }

  mutating func apply(_ edit: TextField.Edit) {
    field.apply(edit)
    top = 0
  }

  /// What a section has of the query, under its heading; nothing where nothing of it matches.
  func filtered(_ section: [BoxedText.Block]) -> [BoxedText.Block] {
    let query = Query(plain: field.text)
    guard !query.isEmpty, let heading = section.first else { return section }
    let found = section.dropFirst().filter { block in
      guard case .pair(let key, let meaning) = block else { return false }
      return !query.ranked([key + " " + meaning]).isEmpty
    }
    return found.isEmpty ? [] : [heading] + found
  }
}

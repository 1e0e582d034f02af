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
    let words = field.text.lowercased().split(separator: " ")
    guard !words.isEmpty, let heading = section.first else { return section }
    let found = section.dropFirst().filter { block in
      guard case .pair(let key, let meaning) = block else { return false }
      let text = (key + " " + meaning).lowercased()
      return words.allSatisfy(text.contains)
    }
    return found.isEmpty ? [] : [heading] + found
  }
}

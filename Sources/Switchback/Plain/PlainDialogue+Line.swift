import Canvas
import Foundation

extension LineModeDialogue {
  /// What a typed line asks for.
  enum Instruction: Equatable {
    /// Nothing was typed: go on with what the question offers.
    case enter
    case leave
    case help
    case recents
    case startSwitch(EntryReference, readOnly: Bool)
    case details(EntryReference)
    /// Mark the entries of these numbers, or list those that are marked.
    case mark([ClosedRange<Int>])
    case unmarkAll
    /// List what these words leave; all entries where there are none.
    case filter(String)
  }

  /// An entry as a line names it.
  enum EntryReference: Equatable {
    case number(Int)
    case previous
    /// The newest is 1.
    case recent(Int)
  }
}

extension LineModeDialogue.Instruction {
  init(_ typed: String) {
    let text = typed.cleaned.trimmingCharacters(in: .whitespaces)
    switch text {
    case "": self = .enter
    case "q": self = .leave
    case "?": self = .help
    case "--": self = .recents
    case "**": self = .unmarkAll
    default:
      self =
        .marking(text) ?? .details(asking: text) ?? .startSwitch(asking: text)
        ?? .filter(asking: text)
    }
  }

  private static func marking(_ text: String) -> Self? {
    guard text.hasPrefix("*") else { return nil }
    return [ClosedRange<Int>](numbers: text.dropFirst()).map(Self.mark)
  }

  private static func details(asking text: String) -> Self? {
    guard text.hasPrefix("?") else { return nil }
    return LineModeDialogue.EntryReference(text.dropFirst().drop { $0 == " " }).map(Self.details)
  }

  private static func startSwitch(asking text: String) -> Self? {
    let words = text.split(separator: " ")
    let isReadOnly = words.count == 2 && ["r", "ro", "read-only"].contains(words[1])
    guard let first = words.first, words.count == 1 || isReadOnly else { return nil }
    return LineModeDialogue.EntryReference(first).map { .startSwitch($0, readOnly: isReadOnly) }
  }

  /// A slash before them takes every meaning from the words but their own.
  private static func filter(asking text: String) -> Self {
    let words = text.hasPrefix("/") ? text.dropFirst() : text[...]
    return .filter(words.trimmingCharacters(in: .whitespaces))
  }
}

extension LineModeDialogue.EntryReference {
  /// `3`, `-` or `-2`; nil for anything else.
  init?(_ text: Substring) {
    if text == "-" {
      self = .previous
    } else if let number = Int(digits: text) {
      self = .number(number)
    } else if text.first == "-", let number = Int(digits: text.dropFirst()) {
      self = .recent(number)
    } else {
      return nil
    }
  }
}

extension Int {
  /// Without a sign.
  fileprivate init?(digits: Substring) {
    guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    self.init(digits)
  }
}

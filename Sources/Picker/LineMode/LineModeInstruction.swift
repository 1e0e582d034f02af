import Accounts
import Text

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
    let text = typed.cleaned.trimmed
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
    return .filter(String(words).trimmed)
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

extension LineModeDialogue {
  /// Where the entry is that a line names; nil where there is none.
  func place(of choosing: EntryReference) -> Int? {
    switch choosing {
    case .number(let number): entries.indices.contains(number - 1) ? number - 1 : nil
    case .previous: previous
    case .recent(let number): recents.indices.contains(number - 1) ? recents[number - 1] : nil
    }
  }

  /// True of the number of an entry that what is listed leaves out: what it stands for was not listed just now.
  func isHidden(_ number: Int) -> Bool {
    entries.indices.contains(number - 1) && !listed.contains(number - 1)
  }

  /// Why a line names no entry.
  func missingMessage(_ choosing: EntryReference) -> String {
    switch choosing {
    case .number(let number):
      "There is no entry \(number): the numbers go from 1 to \(entries.count).\n"
    case .previous: "There is no previous entry yet.\n"
    case .recent where recents.isEmpty: "There are no recent entries yet.\n"
    case .recent: "There are only \(recents.count) recent entries; -- lists them.\n"
    }
  }

  /// The switch to an entry, or to the role that was typed from it.
  func startSwitch(_ place: Int, readOnly: Bool) -> Reply {
    let entry = entries[place]
    var choice = SessionOptions()
    choice.isReadOnly = readOnly || entry.label.readOnly
    let mark = choice.isReadOnly ? ", read-only" : ""
    let order = PickedEntry(
      name: role?.text ?? entry.name, source: role.map { _ in entry.name }, choice: choice)
    let what = role.map { "Assuming \($0.place) from " } ?? "Switching to "
    let whereabouts = role == nil ? entry.locationWords : []
    let whom = ([entry.shownName] + whereabouts).joined(separator: ", ")
    return Reply(text: "\(what)\(whom)\(mark). Ctrl-C cancels.\n", next: .startSwitch(order))
  }

  /// Takes a role's ARN or console link in place of words; nil for words.
  mutating func takeRole(_ text: String) -> Reply? {
    guard role == nil, RoleReference.looksLikeReference(text) else { return nil }
    do {
      let role = try LineModeRole(text)
      self.role = role
      list(Array(entries.indices))
      return ask("That is the role \(role.place). An entry's keys assume it; / forgets it.\n")
    } catch {
      let reference = AccountReference(text)
      return ask((reference?.notFound ?? error.description).cleaned + "\n")
    }
  }
}

/// A role that was typed as an ARN or a console link.
package struct LineModeRole: Equatable {
  /// As typed.
  var text: String
  /// Such as `Admin in 111111111111`: by the ARN, for what a link shows is its writer's word.
  var place: String

  init(_ text: String) throws(RoleReferenceError) {
    let arn = try RoleReference(text).roleARN
    let parts = try? ARN(role: arn)
    let words = parts.flatMap { parts in parts.roleName.map { "\($0) in \(parts.accountID)" } }
    self.text = text
    place = (words ?? arn).cleaned
  }
}

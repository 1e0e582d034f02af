import Accounts
import Text

extension LineModeDialogue {
  /// The meaning of a typed line.
  enum Instruction: Equatable {
    /// An empty line: do what the question offers.
    case enter
    case leave
    case help
    case recents
    case startSwitch(EntryReference, readOnly: Bool)
    case details(EntryReference)
    /// Mark the entries with these numbers, or list the marked entries.
    case mark([ClosedRange<Int>])
    case unmarkAll
    /// List the matches of these words; all entries if there are none.
    case filter(String)
  }

  /// A reference to an entry in a typed line.
  enum EntryReference: Equatable {
    case number(Int)
    case previous
    /// A recent entry; the newest is 1.
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

  /// After a slash the words are only a query, whatever else they could mean.
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
  /// The number of a text of digits, without a sign.
  fileprivate init?(digits: Substring) {
    guard digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
    self.init(digits)
  }
}

extension LineModeDialogue {
  /// The index of the referenced entry; nil if there is none.
  func place(of reference: EntryReference) -> Int? {
    switch reference {
    case .number(let number): entries.indices.contains(number - 1) ? number - 1 : nil
    case .previous: previous
    case .recent(let number): recents.indices.contains(number - 1) ? recents[number - 1] : nil
    }
  }

  /// Whether the number belongs to an entry that is not listed now, so that the user may not know
  /// what it stands for.
  func isHidden(_ number: Int) -> Bool {
    entries.indices.contains(number - 1) && !listed.contains(number - 1)
  }

  /// The message if a reference matches no entry.
  func missingMessage(_ reference: EntryReference) -> String {
    switch reference {
    case .number(let number):
      "There is no entry \(number): the numbers go from 1 to \(entries.count).\n"
    case .previous: "There is no previous entry yet.\n"
    case .recent where recents.isEmpty: "There are no recent entries yet.\n"
    case .recent: "There are only \(recents.count) recent entries; -- lists them.\n"
    }
  }

  /// The reply that starts a switch to an entry, or from it to the typed role.
  func startSwitch(_ place: Int, readOnly: Bool) -> Reply {
    let entry = entries[place]
    var options = SessionOptions()
    options.isReadOnly = readOnly || entry.label.readOnly
    let mark = options.isReadOnly ? ", read-only" : ""
    let picked = PickedEntry(
      name: role?.text ?? entry.name, source: role.map { _ in entry.name }, options: options)
    let verb = role.map { "Assuming \($0.place) from " } ?? "Switching to "
    let location = role == nil ? entry.locationWords : []
    let object = ([entry.shownName] + location).joined(separator: ", ")
    return Reply(text: "\(verb)\(object)\(mark). Ctrl-C cancels.\n", next: .startSwitch(picked))
  }

  /// Takes a role's ARN or console link.
  ///
  /// It returns nil for other words.
  mutating func takeRole(_ text: String) -> Reply? {
    guard role == nil, RoleReference.looksLikeReference(text) else { return nil }
    do {
      let role = try TypedRole(text)
      self.role = role
      list(Array(entries.indices))
      return ask(
        "This is the role \(role.place). Choose an entry to assume it from; / clears the role.\n")
    } catch {
      let reference = AccountReference(text)
      return ask((reference?.notFound ?? error.description).cleaned + "\n")
    }
  }
}

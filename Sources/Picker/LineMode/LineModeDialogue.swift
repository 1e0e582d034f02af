package import Accounts

/// The picker in lines: a numbered list, one question at a time, and nothing that moves a cursor.
///
/// An entry keeps its number, its place in the list and one, however the list is filtered.
package struct LineModeDialogue {
  /// In the picker's order.
  package let entries: [Entry]
  let context: PickerContext
  /// The entries that a query leaves, the best first.
  private let rank: (String) -> [Entry]
  /// Why a query does not find what it may have been meant to; nil where there is nothing to say.
  let complaint: (_ query: String, _ found: Entry?) -> String?
  /// The steps of the chain behind an entry; throws where it leads nowhere.
  let chain: (Entry) throws -> [String]
  private let places: [String: Int]
  /// What is listed, as places among the entries, and how many of them were shown so far.
  private(set) var listed: [Int]
  private(set) var shown = 0
  /// What a command is to be run as, as places among the entries.
  private(set) var marked: Set<Int> = []
  /// The line that is typed next is that command.
  var isAskingCommand = false
  /// The role that an entry is asked for; nil while an entry is to be chosen for itself.
  package var role: LineModeRole?

  package init(
    _ entries: [Entry], _ surroundings: PickerContext = PickerContext(),
    rank: @escaping (String) -> [Entry],
    complaint: @escaping (String, Entry?) -> String? = { _, _ in nil },
    chain: @escaping (Entry) throws -> [String]
  ) {
    self.entries = entries
    self.context = surroundings
    self.rank = rank
    self.complaint = complaint
    self.chain = chain
    places = Dictionary(
      entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    listed = Array(entries.indices)
  }
}

extension LineModeDialogue {
  /// What is known besides the entries themselves.
  package struct PickerContext {
    /// The names of entries switched to, newest first.
    package var recents: [String] = []
    /// The entry whose shell this runs in.
    package var current: String?
    /// When held sessions end, in seconds since 1970, by the entry's name.
    package var sessions: [String: Int] = [:]
    /// The logins that have ended, by sso-session or start URL.
    package var loggedOut: Set<String> = []
    /// The names of the pinned entries.
    package var pins: Set<String> = []
    /// The command that was run last as several entries.
    package var lastCommand: String?
    /// Sentences to begin with.
    package var notices: [String] = []

    package init(
      recents: [String] = [], current: String? = nil, sessions: [String: Int] = [:],
      loggedOut: Set<String> = [], pins: Set<String> = [], lastCommand: String? = nil,
      notices: [String] = []
    ) {
      self.recents = recents
      self.current = current
      self.sessions = sessions
      self.loggedOut = loggedOut
      self.pins = pins
      self.lastCommand = lastCommand
      self.notices = notices
    }
  }

  /// What is said, and what comes then.
  package struct Reply: Equatable {
    /// Whole lines.
    package var text: String
    package var next: Next
  }

  package enum Next: Equatable {
    /// Put the question, and answer with the line that was typed.
    case ask(String)
    /// Switch to that entry, or answer with why not.
    case startSwitch(PickedEntry)
    /// Run a command as each of the entries of these names.
    case run(command: String, entries: [String])
    case demo
    case leave
  }
}

extension LineModeDialogue {
  /// Where the entry of that name is; nil where there is none.
  func place(named name: String) -> Int? { places[name] }

  /// Where the entries that a query leaves are, the best first.
  package func places(matching query: String) -> [Int] {
    rank(query).compactMap { places[$0.name] }
  }

  /// Where the recent entries are, newest first.
  var recents: [Int] { context.recents.compactMap { places[$0] } }

  /// Where the entry is that a dash leads to: the newest recent one that is not the current one.
  var previous: Int? {
    let current = context.current.flatMap { places[$0] }
    return recents.first { $0 != current }
  }

  /// Has these listed from here on, none of them shown yet.
  mutating func list(_ places: [Int]) {
    listed = places
    shown = 0
  }

  /// Marks these places, or takes their marks away where all of them are marked.
  mutating func toggleMarks(_ places: [Int]) {
    if marked.isSuperset(of: places) { marked.subtract(places) } else { marked.formUnion(places) }
  }

  mutating func removeMarks() {
    marked = []
  }

  /// The next of what is listed, a page at most; from the start again when all was shown.
  mutating func turnPage() -> ArraySlice<Int> {
    if shown == listed.count { shown = 0 }
    let page = listed[shown...].prefix(20)
    shown += page.count
    return page
  }
}

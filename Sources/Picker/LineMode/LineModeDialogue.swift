package import Accounts

/// The picker as lines of text: a numbered list and one question at a time, without cursor
/// movement.
///
/// An entry keeps its number (its index in the list plus one), however the list is filtered.
package struct LineModeDialogue {
  /// The entries in the picker's order.
  package let entries: [Entry]
  let context: PickerContext
  /// The matches of a query, the best first.
  private let rank: (String) -> [Entry]
  /// A hint why a query may not find the intended entry; nil if there is none.
  let complaint: (_ query: String, _ found: Entry?) -> String?
  /// The steps of an entry's chain.
  ///
  /// It throws if the chain is broken.
  let chain: (Entry) throws -> [String]
  private let places: [String: Int]
  /// The listed entries as indices, and the number of them shown so far.
  private(set) var listed: [Int]
  private(set) var shown = 0
  /// The indices of the entries marked for a command.
  private(set) var marked: Set<Int> = []
  /// Whether the next typed line is that command.
  var isAskingCommand = false
  /// The typed role to assume from the chosen entry; nil if the entry itself is the target.
  package var role: TypedRole?

  package init(
    _ entries: [Entry], _ context: PickerContext = PickerContext(),
    rank: @escaping (String) -> [Entry],
    complaint: @escaping (String, Entry?) -> String? = { _, _ in nil },
    chain: @escaping (Entry) throws -> [String]
  ) {
    self.entries = entries
    self.context = context
    self.rank = rank
    self.complaint = complaint
    self.chain = chain
    places = Dictionary(
      entries.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    listed = Array(entries.indices)
  }
}

extension LineModeDialogue {
  /// Information besides the entries themselves.
  package struct PickerContext {
    /// The names of entries switched to, newest first.
    package var recents: [String] = []
    /// The entry whose shell this runs in.
    package var current: String?
    /// The ends of cached sessions in seconds since 1970, by the entry's name.
    package var sessions: [String: Int] = [:]
    /// The logins that have ended, by sso-session or start URL.
    package var loggedOut: Set<String> = []
    /// The names of the pinned entries.
    package var pins: Set<String> = []
    /// The last command that was run as several entries.
    package var lastCommand: String?
    /// Sentences to show at the start.
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

  /// A text to print, and the next step.
  package struct Reply: Equatable {
    /// Whole lines.
    package var text: String
    package var next: Next
  }

  package enum Next: Equatable {
    /// Ask the question and pass the typed line to `answer`.
    case ask(String)
    /// Switch to the entry, or pass the reason to `failed`.
    case startSwitch(PickedEntry)
    /// Run a command as each of the named entries.
    case run(command: String, entries: [String])
    case demo
    case leave
  }
}

extension LineModeDialogue {
  /// The index of the named entry; nil if there is none.
  func place(named name: String) -> Int? { places[name] }

  /// The indices of a query's matches, the best first.
  package func places(matching query: String) -> [Int] {
    rank(query).compactMap { places[$0.name] }
  }

  /// The indices of the recent entries, newest first.
  var recents: [Int] { context.recents.compactMap { places[$0] } }

  /// The index of the previous entry (`-`): the newest recent entry that is not the current one.
  var previous: Int? {
    let current = context.current.flatMap { places[$0] }
    return recents.first { $0 != current }
  }

  /// Replaces the listed entries.
  ///
  /// None of them is shown yet.
  mutating func list(_ places: [Int]) {
    listed = places
    shown = 0
  }

  /// Marks these indices, or unmarks them if all are marked.
  mutating func toggleMarks(_ places: [Int]) {
    marked.toggleAll(places)
  }

  mutating func removeMarks() {
    marked = []
  }

  /// The next page of listed entries.
  ///
  /// After the last page it starts again.
  mutating func turnPage() -> ArraySlice<Int> {
    if shown == listed.count { shown = 0 }
    let page = listed[shown...].prefix(20)
    shown += page.count
    return page
  }
}

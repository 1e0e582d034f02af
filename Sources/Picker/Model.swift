package import Accounts
import Canvas
package import Search
import Text

/// The state of the picker, on which the whole screen depends.
package struct Model: Equatable, Sendable {
  var list: List
  var screen = Screen.list
  var mode: InputMode
  /// The typed role for which the user chooses a source entry; nil while the user chooses an entry.
  var role: TypedRole?
  /// The help over the screen; nil if it is closed.
  var help: Help?
  var size = Size(rows: 24, columns: 80)
  /// Seconds since 1970.
  var now: Int
  /// The ends of cached sessions in seconds since 1970, by the entry's name.
  var sessions: [String: Int]
  package var look: Look
  package var purpose = Purpose.switching
  let keymap: Keymap
  /// The logins that have ended, by sso-session or start URL.
  var loggedOut: Set<String> = []
  /// Whether the details are shown if there is room.
  var showsDetails = true
  /// The loaded details of an entry.
  var loadedDetails: LoadedDetails?
  var detailsScroll: DetailsScroll?
  var historyState = HistoryState.closed
  /// The switches deleted since the start, in the order of deletion.
  var deletedSwitches: [[HistoryRow]] = []
  /// A remark about the effect of the last key, shown until the next key.
  var remark = ""
  /// The user's home folder, which is shown as `~`.
  package var homeFolder = ""
  /// The offset of the user's time zone from UTC, in seconds.
  package var utcOffset = 0
  /// The current lesson of the demo; nil outside the demo, or if the user has hidden it.
  package var lesson: Lesson?
  /// One sentence for the header, for example that some lines could not be read.
  var notice: String
  var undoStack = UndoStack()
  /// The changes that undo pins saved with edits that are still being written, by the entry's name.
  var savedPins: [String: PinChange] = [:]
  /// The number of changes of the pins that are not saved yet.
  var pinsUnderWay = 0
  /// Whether the entries come from the last run, while their changed files are being read.
  package var isOutdated = false
  /// The current table of entries, while it cannot be shown yet.
  var newTable: EntryTable?

  /// Creates a picker for entries in the order of their files.
  ///
  /// `recents` are the names of recent entries, newest first; `current` is the entry of this shell;
  /// `now` and the ends of the cached `sessions` are in seconds since 1970.
  package init(
    entries: [Entry], recents: [String] = [], current: String? = nil, sort: Settings.Sort = .recent,
    query: String = "", sessions: [String: Int] = [:], now: Int, notice: String = "",
    look: Look = Look(), keymap: Keymap = Keymap()
  ) {
    self.init(
      EntryTable(entries), recents: recents, current: current, sort: sort, query: query,
      sessions: sessions, now: now, notice: notice, look: look, keymap: keymap)
  }

  /// Creates a picker for the entries of a table.
  ///
  /// `pinned` are names in the user's order; `frecent` are names by frequency and recency of use.
  package init(
    _ table: EntryTable, pinned: [String] = [], recents: [String] = [], frecent: [String] = [],
    current: String? = nil, sort: Settings.Sort = .recent,
    groupBy: Settings.Grouping = .group, query: String = "",
    sessions: [String: Int] = [:], now: Int, notice: String = "", look: Look = Look(),
    keymap: Keymap = Keymap()
  ) {
    list = List(
      table, pinned: pinned, recents: recents, frecent: frecent, current: current,
      sort: sort, groupBy: groupBy)
    self.sessions = sessions
    self.now = now
    self.notice = notice.cleaned
    self.look = look
    self.keymap = keymap
    mode = keymap.isVi ? .command : .filter
    list.field = TextField(query)
    list.filter()
  }
}

extension Model {
  /// The purpose for which the user picks entries.
  package enum Purpose: Equatable, Sendable {
    /// Switch to one entry.
    case switching
    /// Run this command as each of the marked entries.
    case each(String)
  }
}

/// The list, or the screen shown over it.
enum Screen: Equatable, Sendable {
  case list
  case choosingOptions(OptionsForm)
  case editing(LabelEditor)
  case confirming(Confirmation)
  case calling(RunningCall)
  case askingCode(CodePrompt)
  case failed(FailedAttempt)
  case jumping(Jump)
  indirect case palette(ActionPalette)
  case confirmingDeletion(DeletionPrompt)
  case enteringCommand(CommandPrompt)
}

/// The meaning of bare keys on the list: input of the filter or, in vi mode, commands.
enum InputMode: Equatable, Sendable {
  case filter, command
}

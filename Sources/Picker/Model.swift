package import Accounts
import Canvas
package import Search
import Text

/// All that the screen depends on.
package struct Model: Equatable, Sendable {
  var list: List
  var screen = Screen.list
  var mode: InputMode
  /// The role that the list is asked a source for; nil while an entry is to be chosen.
  var role: TypedRole?
  /// The help that lies over the screen; nil where it is closed.
  var help: Help?
  var size = Size(rows: 24, columns: 80)
  /// Seconds since 1970.
  var now: Int
  /// When held sessions end, in seconds since 1970, by the entry's name.
  var sessions: [String: Int]
  package var look: Look
  package var purpose = Purpose.switching
  let keymap: Keymap
  /// The logins that have ended, by sso-session or start URL.
  var loggedOut: Set<String> = []
  /// Whether the details are shown where there is room.
  var showsDetails = true
  /// What was found out of an entry beyond its row.
  var loadedDetails: LoadedDetails?
  var detailsScroll: DetailsScroll?
  var historyState = HistoryState.closed
  /// What was forgotten since the start, the last of it last.
  var deletedSwitches: [[HistoryRow]] = []
  /// What the last key did, or why it did nothing, in words; gone with the next one.
  var remark = ""
  /// The user's home folder, which is shown as `~`.
  package var homeFolder = ""
  /// By how many seconds the user's clock is ahead of UTC.
  package var utcOffset = 0
  /// What the demo suggests; nil outside the demo, and where the user has hidden it.
  package var lesson: Lesson?
  /// One sentence for the header, such as that some lines could not be read.
  var notice: String
  var undoStack = UndoStack()
  /// What takes changes of pins back that were saved with edits which are still under way, by the entry's name.
  var savedPins: [String: PinChange] = [:]
  /// How many changes of the pins are not kept yet.
  var pinsUnderWay = 0
  /// True while the entries are those of last time, and their files, which have changed, are being read.
  package var isOutdated = false
  /// The catalogue as it is since something was changed, while it cannot be shown yet.
  var newTable: EntryTable?

  /// A screen over entries in the order of their files.
  ///
  /// `recents` are the names of entries switched to, newest first; `current` is the entry whose shell
  /// this runs in; `now` is in seconds since 1970, as are the ends of the held `sessions`.
  package init(
    entries: [Entry], recents: [String] = [], current: String? = nil, sort: Settings.Sort = .recent,
    query: String = "", sessions: [String: Int] = [:], now: Int, notice: String = "",
    look: Look = Look(), keymap: Keymap = Keymap()
  ) {
    self.init(
      EntryTable(entries), recents: recents, current: current, sort: sort, query: query,
      sessions: sessions, now: now, notice: notice, look: look, keymap: keymap)
  }

  /// A screen over the entries of a table; `pinned` are names in the user's order, `frecent` the names of those
  /// switched to most often and most lately.
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
  /// What entries are looked for.
  package enum Purpose: Equatable, Sendable {
    /// To switch to one.
    case switching
    /// To run that command as each of those that are marked.
    case each(String)
  }
}

/// What lies over the list, or the list itself.
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

/// What keys are for on the list: they are typed into the filter, or, in vi mode, they may be commands.
enum InputMode: Equatable, Sendable {
  case filter, command
}

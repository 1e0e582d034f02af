package import Accounts
package import Canvas
package import Search
import Text

/// Something that happened, which the screen may answer.
package enum Message: Equatable, Sendable {
  case key(Key)
  /// Characters that were typed faster than they could be taken in: each a key.
  case typed([Character])
  /// Pasted as one piece: text, never keys.
  case pasted(String)
  /// The mouse wheel turned, by so many lines; down is positive.
  case scrolled(lines: Int)
  case clicked(Point)
  case doubleClicked(Point)
  case resized(Size)
  /// The terminal's background colour, told when it starts and when its theme changes.
  case background(Color)
  /// Whether the terminal's theme is a light one.
  case lightScheme(Bool)
  /// The time, in seconds since 1970.
  case ticked(now: Int)
  /// The sessions that are held: when each ends, in seconds since 1970, by the entry's name.
  ///
  /// With them the logins, by sso-session or start URL, that have ended.
  case sessionsLoaded(sessions: [String: Int], loggedOut: Set<String> = [])
  /// What was found out of the entry of that name: it was wanted (`Model.wantsDetails`), and perhaps no more is.
  case detailsLoaded(entry: String, Details)
  /// The call for an entry, or for a role from it, wants an MFA code; `hint` says where to find it, where that is known.
  case codeNeeded(entry: String, device: String, why: CodeReason, hint: String = "")
  /// The call goes on once the user has logged in, or another process has.
  case loginChanged(LoginNotice)
  /// The call asks AWS for a role on the way to the entry, or for the entry's own; the first attempt is 1.
  case called(role: String, account: String?, attempt: Int)
  /// What the call has to say, such as that a session is shorter than was asked; an empty text ends a login's news too.
  case progress(String)
  /// The user has given the call up, away from the screen.
  case callCancelled
  /// The call for an entry, or for a role from it, ended without a session; why, in sentences.
  case failed(entry: String, String)
  /// What the label of the entry that is being edited is made of.
  case labelLoaded(LabelSources)
  /// An edit is written, and all entries are read anew.
  case edited(LabelEdit, EntryTable)
  /// The label of an entry could not be read or changed; why, in sentences.
  case editFailed(entry: String, String)
  /// The edit that was to be undone first of all is, and all entries are read anew.
  case undone(EntryTable)
  /// The edit that was to be undone first of all stands; why, in sentences.
  case undoFailed(String)
  /// All entries are read anew, since their files had changed, and a sentence about what could not be read of them.
  case entriesReloaded(EntryTable, notice: String)
  /// All entries with what is wrong with them in their files.
  case entriesChecked(EntryTable)
  /// A change of the pins is kept: all that are pinned now.
  case pinned([String])
  /// A change of the pins could not be kept; why, in sentences.
  case pinFailed(String)
  case history(HistoryUpdate)
  /// What a key has changed that cannot be seen, in words.
  case changed(String)
  /// The command that was run last as several entries, as it can be typed.
  case lastCommand(String)
}

/// Why an MFA code is asked for.
package enum CodeReason: Equatable, Sendable, CaseIterable {
  case firstRequest
  /// AWS refused the last one.
  case refused
  /// The last one may have reached AWS, which takes no code twice.
  case maybeUsed
}

/// What a login to Identity Center waits for while a call is under way.
package enum LoginNotice: Equatable, Sendable {
  /// The code that the page must show, and the page, to be opened on any device.
  case code(userCode: String, page: String)
  /// What the browser was asked to open on this machine.
  case browser(url: String)
  /// Another process has the login under way.
  case waitingForAnother
}

extension LoginNotice {
  var cleaned: LoginNotice {
    switch self {
    case .code(let userCode, let page): .code(userCode: userCode.cleaned, page: page.cleaned)
    case .browser(let url): .browser(url: url.cleaned)
    case .waitingForAnother: self
    }
  }
}

/// What came of reading or changing the history.
package enum HistoryUpdate: Equatable, Sendable {
  /// Reading it takes a moment.
  case isSlow
  case read(HistoryTable)
  /// Why it cannot be read, in a sentence.
  case unreadable(String)
  /// Switches are forgotten, or there again, and this is known of the entries now.
  case usageChanged(Usage)
  /// These switches are still there; why, in a sentence.
  case deletionFailed([Int64], String)
  /// These switches are still gone; why, in a sentence.
  case restorationFailed([HistoryRow], String)
}

package import Accounts
package import Canvas
package import Search
import Text

/// Something that happened: the input of the picker's `update`.
package enum Message: Equatable, Sendable {
  case key(Key)
  /// Characters that were typed faster than they were processed, each one a key.
  case typed([Character])
  /// A paste: text, never keys.
  case pasted(String)
  /// The mouse wheel turned by a number of lines; down is positive.
  case scrolled(lines: Int)
  case clicked(Point)
  case doubleClicked(Point)
  case resized(Size)
  /// The terminal's background colour, reported at the start and when its theme changes.
  case background(Color)
  /// Whether the terminal's theme is light.
  case lightScheme(Bool)
  /// The time, in seconds since 1970.
  case ticked(now: Int)
  /// The cached sessions: the end of each in seconds since 1970, by the entry's name.
  ///
  /// `loggedOut` are the logins that have ended, by sso-session or start URL.
  case sessionsLoaded(sessions: [String: Int], loggedOut: Set<String> = [])
  /// The loaded details of the named entry, which `Model.wantsDetails` asked for. They may no
  /// longer be needed.
  case detailsLoaded(entry: String, Details)
  /// The call for an entry, or for a role from it, needs an MFA code. `hint` says where to find it,
  /// if that is known.
  case codeNeeded(entry: String, device: String, reason: CodeReason, hint: String = "")
  /// The call continues once the user or another process has logged in.
  case loginChanged(LoginNotice)
  /// The call asks AWS for a role of the entry's chain. The first attempt is 1.
  case called(role: String, account: String?, attempt: Int)
  /// A note from the call, for example that the session is shorter than requested. An empty text
  /// also ends the display of a login.
  case progress(String)
  /// The user has cancelled the call outside the picker's screen.
  case callCancelled
  /// The call for an entry, or for a role from it, failed. The text gives the reason in sentences.
  case failed(entry: String, String)
  /// The sources of the label that is being edited.
  case labelLoaded(LabelSources)
  /// An edit was written. The table contains all entries, read again.
  case edited(LabelEdit, EntryTable)
  /// The label of an entry could not be read or changed. The text gives the reason in sentences.
  case editFailed(entry: String, String)
  /// The oldest pending undo has succeeded. The table contains all entries, read again.
  case undone(EntryTable)
  /// The oldest pending undo has failed. The text gives the reason in sentences.
  case undoFailed(String)
  /// All entries were read again because their files had changed. `notice` is a sentence about what
  /// could not be read.
  case entriesReloaded(EntryTable, notice: String)
  /// All entries, including the problems found in their files.
  case entriesChecked(EntryTable)
  /// A change of the pins was saved. These are the names of all pinned entries.
  case pinned([String])
  /// A change of the pins could not be saved. The text gives the reason in sentences.
  case pinFailed(String)
  case history(HistoryUpdate)
  /// A remark about a change that cannot be seen.
  case changed(String)
  /// The last command that was run as several entries, as it can be typed.
  case lastCommand(String)
}

/// The reason why an MFA code is requested.
package enum CodeReason: Equatable, Sendable, CaseIterable {
  case firstRequest
  /// AWS refused the last code.
  case refused
  /// The last code may have reached AWS, which accepts no code twice.
  case maybeUsed
}

/// What a running call's login to Identity Center waits for.
package enum LoginNotice: Equatable, Sendable {
  /// The user code, and the page to open on any device, which must show the same code.
  case code(userCode: String, page: String)
  /// The URL that the browser was asked to open on this machine.
  case browser(url: String)
  /// Another process is logging in.
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

/// The result of reading or changing the history.
package enum HistoryUpdate: Equatable, Sendable {
  /// Reading the history takes noticeably long.
  case isSlow
  case read(HistoryTable)
  /// The history cannot be read. The text gives the reason in a sentence.
  case unreadable(String)
  /// Switches were deleted or restored. This is the usage of the entries now.
  case usageChanged(Usage)
  /// These switches could not be deleted. The text gives the reason in a sentence.
  case deletionFailed([Int64], String)
  /// These switches could not be restored. The text gives the reason in a sentence.
  case restorationFailed([HistoryRow], String)
}

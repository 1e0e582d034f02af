package import Accounts

/// Something that the picker asks its caller to do.
package enum Effect: Equatable, Sendable {
  /// Get a session for the named entry, with the MFA code if one was requested.
  case assume(entry: String, code: String?, options: SessionOptions = SessionOptions())
  /// Get a session for the role in `reference`, an ARN or console link as typed, with the
  /// credentials of the entry named `source`.
  case assumeRole(
    reference: String, source: String, code: String?, options: SessionOptions = SessionOptions())
  /// Cancel the running call.
  case cancelCall
  /// Close the screen and end.
  case leave(CloseReason)
  /// Stop the program, as Ctrl-Z does, and give the terminal back until it continues.
  case suspend
  /// Redraw every cell.
  case redraw
  /// Ring the terminal's bell: a key was refused.
  case ring
  /// Save a change of the pins. The screen shows it already.
  case pin(PinChange)
  /// Read the sources of the named entry's label.
  case readLabel(entry: String)
  /// Change the settings of the named entry in `config.yaml`.
  case edit(entry: String, [LabelChange])
  /// Restore `config.yaml` to its content before an edit, if it has not changed since.
  case undo(LabelEdit)
  /// Read the history.
  case readHistory
  /// Delete the switches with these IDs. The screen hides them already.
  case forget([Int64])
  /// Put these switches back into the history.
  case restore([HistoryRow])
  /// Put a text on the clipboard.
  case copy(String)
  /// Find the last command that was run as several entries.
  case readLastCommand
  /// Change the mouse mode to the next one: off, wheel only, full.
  case changeMouse
}

/// Why the screen closes without a switch.
package enum CloseReason: Equatable, Sendable {
  /// The user quit: exit status 130.
  case cancelled
  /// There are no entries, and the user chose the demo.
  case demo
  /// The user chose the entries with these names for a command (`Model.Purpose.each`).
  case chosen([String])
  /// Run a command, as typed for the user's shell, as each of the named entries.
  case run(command: String, entries: [String])
}

package import Accounts

/// Something that the screen wants done, outside.
package enum Effect: Equatable, Sendable {
  /// Get a session for the entry of that name, with the MFA code where one was asked for.
  case assume(entry: String, code: String?, choice: SessionOptions = SessionOptions())
  /// Get a session for the role that `reference` names, an ARN or a console link as it was typed, from the
  /// credentials of the entry of that name.
  case assumeRole(
    reference: String, source: String, code: String?, choice: SessionOptions = SessionOptions())
  /// Give up the call that runs.
  case cancelCall
  /// Close the screen and end.
  case leave(CloseReason)
  /// Stop the program, as Ctrl-Z does, and give the terminal back meanwhile.
  case suspend
  /// Paint every cell anew.
  case redraw
  /// Ring the terminal's bell: a key was refused.
  case ring
  /// Keep a change of what is pinned; the screen shows it already.
  case pin(PinChange)
  /// Find out what the label of the entry of that name is made of.
  case readLabel(entry: String)
  /// Change what `config.yaml` says of the entry of that name.
  case edit(entry: String, [LabelChange])
  /// Write `config.yaml` as it was before an edit, where it is still as that left it.
  case undo(LabelEdit)
  /// Read the history.
  case readHistory
  /// Forget the switches of these numbers; the screen has done so already.
  case forget([Int64])
  /// Put these switches back into the history.
  case restore([HistoryRow])
  /// Put a text on the clipboard.
  case copy(String)
  /// Find out which command was run last as several entries.
  case readLastCommand
  /// The mouse off, wheel only, or all of it: the next of these.
  case changeMouse
}

/// Why the screen closes without a switch.
package enum CloseReason: Equatable, Sendable {
  /// Status 130.
  case cancelled
  /// There are no entries, and the demo was asked for.
  case demo
  /// The entries of these names were chosen for a command (`Model.Purpose.each`).
  case chosen([String])
  /// A command, in the words of the user's shell, is to be run as each of the entries of these names.
  case run(command: String, entries: [String])
}

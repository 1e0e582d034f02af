package import Canvas

/// Something that happened, which the screen may answer.
package enum Message: Equatable, Sendable {
  case key(Key)
  /// Pasted as one piece: text, never keys.
  case pasted(String)
  /// The mouse wheel turned, by so many lines; down is positive.
  case scrolled(lines: Int)
  case clicked(Point)
  case doubleClicked(Point)
  case resized(Size)
  /// The time, in seconds since 1970.
  case ticked(now: Int)
  /// The sessions that are held: when each ends, in seconds since 1970, by the entry's name.
  case learnt(sessions: [String: Int])
  /// The call for an entry wants an MFA code; `wrong` where the last one was refused.
  case codeNeeded(entry: String, device: String, wrong: Bool)
  /// What the call is waiting for, where that is worth saying: a browser, a device code.
  case progress(String)
  /// The call for an entry ended without a session; why, in sentences.
  case failed(entry: String, String)
}

/// A script from the `Scripts` folder of a room, with placeholders such as `@PROGRAM@`.
package struct ShellScript: Sendable {
  /// The name of a placeholder, without its `@` signs.
  ///
  /// A value is a whole word or a list of words, already quoted for the shell, unless its
  /// description says otherwise.
  package enum Placeholder: String, Sendable, CaseIterable {
    /// Our own program.
    case program = "PROGRAM"
    /// The text of `posix-take.sh`.
    case take = "TAKE"
    /// Lines that bash reads without aliases.
    case more = "MORE"
    /// The badge before and after the references to the label; raw, between single quotes.
    case badgeStart = "BADGE_START"
    case badgeEnd = "BADGE_END"
    /// The same for bash, in a script for every POSIX shell.
    case bashBadgeStart = "BASH_BADGE_START"
    case bashBadgeEnd = "BASH_BADGE_END"
    /// The badge as a format of printf, in a prompt and on a line of its own; raw.
    case promptFormat = "PROMPT_FORMAT"
    case badgeFormat = "BADGE_FORMAT"
    /// The word with the SGR parameters and a space, or nothing if there are no colours; raw.
    case badgeSGR = "BADGE_SGR"
    /// What an ending shell does, as one word; in zsh as lines.
    case exitHandler = "EXIT_HANDLER"
    /// What an ending shell writes to its terminal, as a format of printf; raw, can be empty.
    case exitSequence = "EXIT_SEQUENCE"
    case file = "FILE"
    case files = "FILES"
    case directory = "DIRECTORY"
    /// The files that can be left in the directory when the shell ends.
    case leftovers = "LEFTOVERS"
    /// The names of the variables that the identity sets, and of those that it removes.
    case variables = "VARIABLES"
    case removed = "REMOVED"
    /// `1` in a login shell, otherwise nothing; raw.
    case login = "LOGIN"
    /// The command that sets the variable to the user's own value, or unsets it.
    case restoreZDOTDIR = "RESTORE_ZDOTDIR"
    case restoreENV = "RESTORE_ENV"
    case code = "CODE"
  }

  /// The text as it is in its file.
  package let text: String

  package init(_ bytes: [UInt8]) {
    text = String(decoding: bytes, as: UTF8.self)
  }

  /// The text with the values in place of their placeholders; others stay as they are.
  ///
  /// One pass: a value is not searched again, so a label can contain `@PROGRAM@`.
  package func filled(_ values: [Placeholder: String]) -> String {
    let pieces = text.split(separator: "@", omittingEmptySubsequences: false)
    var result = String(pieces[0])
    var index = 1
    while index < pieces.count {
      if index + 1 < pieces.count,
        let value = Placeholder(rawValue: String(pieces[index])).flatMap({ values[$0] })
      {
        result += value + pieces[index + 1]
        index += 2
      } else {
        result += "@" + pieces[index]
        index += 1
      }
    }
    return result
  }
}

import Accounts
import Search
import Text

/// A prompt for a command to run as each of the marked entries.
struct CommandPrompt: Equatable, Sendable {
  /// The names of the entries, in the order of their files.
  let entries: [String]
  /// The number of entries that require confirmation, which follows this prompt.
  let toConfirm: Int
  var field = TextField("")

  /// The command to run; nil if it is blank.
  var command: String? {
    field.text.contains { !$0.isWhitespace } ? field.text : nil
  }

  /// Offers the last command, unless the user has typed something.
  mutating func offer(_ command: String) {
    if field.isEmpty { field = TextField(selecting: command) }
  }
}

extension Model {
  /// Whether Enter acts on the marked entries instead of the selected row.
  var actsOnMarked: Bool { purpose == .switching && !list.marked.isEmpty }

  /// Asks for a command to run as each of the marked entries.
  mutating func askCommand() -> [Effect] {
    let entries = list.marked.sorted().map(list.entry)
    screen = .enteringCommand(
      CommandPrompt(entries: entries.map(\.name), toConfirm: entries.count(where: \.label.confirm)))
    completeLesson(.each)
    return [.readLastCommand]
  }

  mutating func submit(_ prompt: CommandPrompt) -> [Effect] {
    guard let command = prompt.command else { return [.ring] }
    return [.leave(.run(command: command, entries: prompt.entries))]
  }

  mutating func offer(lastCommand command: String) {
    guard case .enteringCommand(var prompt) = screen else { return }
    prompt.offer(command)
    screen = .enteringCommand(prompt)
  }

  /// Refuses an action on a single entry while others are marked.
  mutating func refuseForMarks() -> [Effect] {
    showRemark("\(list.marked.count) marked: Enter runs a command as each, Esc removes the marks")
    return [.ring]
  }

  func text(of prompt: CommandPrompt) -> BoxedText {
    let count = prompt.entries.count
    // A name may contain commas, so each is on its own line.
    let shown = prompt.entries.prefix(6).compactMap { list.table.row(named: $0) }
      .map { BoxedText.Block.text(list.entry($0).label.displayName.cleaned) }
    let rest = count > 6 ? [BoxedText.Block.text("and \(count - 6) more")] : []
    let confirm: [BoxedText.Block] =
      prompt.toConfirm == 0
      ? []
      : [
        .text(
          "\(prompt.toConfirm) of them \(prompt.toConfirm == 1 ? "requires" : "require") "
            + "confirmation, which is asked for next.")
      ]
    return BoxedText(
      title: count == 1 ? "Run a command as 1 entry" : "Run a command as \(count) entries",
      body: [.text("")] + shown + rest + confirm
        + [.text(""), .field(prompt.field, prompt: marks.prompt + " "), .text("")],
      isWhole: true)
  }
}

import Accounts
import Canvas
import Foundation

extension LineModeDialogue {
  /// The first page, under what there is to say before it; `now` is in seconds since 1970.
  mutating func begin(_ query: String, now: Int) -> Reply {
    let here = context.current.flatMap(place(named:)).map { entries[$0].shownName }
    let greeting =
      ["Switchback: \(entryCount(entries.count))."] + (here.map { ["In \($0)."] } ?? [])
    let said = joinedLines(context.notices + [greeting.joined(separator: " ")])
    if entries.isEmpty { return ask(said + joinedLines([Self.noEntries])) }
    let first = query.isEmpty ? page("", now) : filter(query, now)
    return Reply(text: said + first.text, next: first.next)
  }

  /// What a typed line leads to; nil is the end of input.
  mutating func answer(_ line: String?, now: Int) -> Reply {
    guard let line else { return leave }
    guard !isAskingCommand else { return take(command: line) }
    switch Instruction(line) {
    case .enter: return proceed(now)
    case .leave: return leave
    case _ where entries.isEmpty: return ask("")
    case .help: return ask(help)
    case .recents: return listRecents(now)
    case .filter(let words): return filter(words, now)
    case .details(let choosing):
      return place(of: choosing).map { ask(details(of: $0, now)) } ?? ask(missingMessage(choosing))
    case .mark(let numbers): return mark(numbers, now)
    case .unmarkAll:
      removeMarks()
      return ask("No entry is marked any more.\n")
    case .startSwitch where !marked.isEmpty: return refuseForMarks()
    case .startSwitch(.number(let number), _) where isHidden(number):
      return ask(
        "Entry \(number) is not in the list that was shown last: / lists all again, ? \(number) says what it is.\n"
      )
    case .startSwitch(let choosing, let readOnly):
      return place(of: choosing).map { startSwitch($0, readOnly: readOnly) }
        ?? filterByNumber(choosing, line, now)
    }
  }

  /// Why the switch failed: the same question again.
  func failed(_ failure: CommandError) -> Reply {
    let why = failure.description.cleanedLines
    return ask(why.isEmpty ? "Nothing was done.\n" : "Could not switch. \(why)\n")
  }

  private var leave: Reply { Reply(text: "", next: .leave) }

  func ask(_ text: String) -> Reply { Reply(text: text, next: .ask(question)) }

  /// What Enter does, which the question says.
  private mutating func proceed(_ now: Int) -> Reply {
    if entries.isEmpty { return Reply(text: "", next: .demo) }
    guard marked.isEmpty else { return askCommand() }
    return onlyOne.map { startSwitch($0, readOnly: false) } ?? page("", now)
  }

  /// A number that no entry has may be words, such as an account's.
  private mutating func filterByNumber(_ choosing: EntryReference, _ line: String, _ now: Int)
    -> Reply
  {
    let words = line.cleaned.trimmingCharacters(in: .whitespaces)
    guard case .number = choosing, !places(matching: words).isEmpty else {
      return ask(missingMessage(choosing))
    }
    return filter(words, now)
  }
}

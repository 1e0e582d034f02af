import Accounts
import Text

extension LineModeDialogue {
  /// The notices, a greeting and the first page.
  ///
  /// `now` is in seconds since 1970.
  package mutating func begin(_ query: String, now: Int) -> Reply {
    let here = context.current.flatMap(place(named:)).map { entries[$0].shownName }
    let greeting =
      ["Switchback: \(entryCount(entries.count))."] + (here.map { ["In \($0)."] } ?? [])
    let text = joinedLines(context.notices + [greeting.joined(separator: " ")])
    if entries.isEmpty { return ask(text + joinedLines([Self.noEntries])) }
    let first = query.isEmpty ? page("", now) : filter(query, now)
    return Reply(text: text + first.text, next: first.next)
  }

  /// The reply to a typed line; nil is the end of input.
  package mutating func answer(_ line: String?, now: Int) -> Reply {
    guard let line else { return leave }
    guard !isAskingCommand else { return take(command: line) }
    switch Instruction(line) {
    case .enter: return proceed(now)
    case .leave: return leave
    case _ where entries.isEmpty: return ask("")
    case .help: return ask(help)
    case .recents: return listRecents(now)
    case .filter(let words): return filter(words, now)
    case .details(let reference):
      return place(of: reference).map { ask(details(of: $0, now)) }
        ?? ask(missingMessage(reference))
    case .mark(let numbers): return mark(numbers, now)
    case .unmarkAll:
      removeMarks()
      return ask("No entry is marked any more.\n")
    case .startSwitch where !marked.isEmpty: return refuseForMarks()
    case .startSwitch(.number(let number), _) where isHidden(number):
      return ask(
        "Entry \(number) is not in the list shown last: / lists all entries, "
          + "? \(number) shows its details.\n"
      )
    case .startSwitch(let reference, let readOnly):
      return place(of: reference).map { startSwitch($0, readOnly: readOnly) }
        ?? filterByNumber(reference, line, now)
    }
  }

  /// The reply to a failed switch: the reason, then the same question.
  package func failed(_ reason: String) -> Reply {
    let sentences = reason.cleanedLines.advising(nil)
    return ask(sentences.isEmpty ? "Nothing was done.\n" : "Could not switch. \(sentences)\n")
  }

  private var leave: Reply { Reply(text: "", next: .leave) }

  func ask(_ text: String) -> Reply { Reply(text: text, next: .ask(question)) }

  /// The action of an empty line, which the question states.
  private mutating func proceed(_ now: Int) -> Reply {
    if entries.isEmpty { return Reply(text: "", next: .demo) }
    guard marked.isEmpty else { return askCommand() }
    return onlyOne.map { startSwitch($0, readOnly: false) } ?? page("", now)
  }

  /// Filters by a number that no entry has, for example a part of an account ID.
  private mutating func filterByNumber(_ reference: EntryReference, _ line: String, _ now: Int)
    -> Reply
  {
    let words = line.cleaned.trimmed
    guard case .number = reference, !places(matching: words).isEmpty else {
      return ask(missingMessage(reference))
    }
    return filter(words, now)
  }
}

extension LineModeDialogue {
  /// Marks these entries, or unmarks them if all are marked.
  ///
  /// Without numbers it lists the marked entries.
  mutating func mark(_ numbers: [ClosedRange<Int>], _ now: Int) -> Reply {
    guard role == nil else { return ask("A role is assumed from one entry: type its number.\n") }
    guard !numbers.isEmpty else { return listMarked(now) }
    let places = numbers.flatMap { $0.map { $0 - 1 } }
    if let missing = places.first(where: { !entries.indices.contains($0) }) {
      return ask(self.missingMessage(.number(missing + 1)))
    }
    toggleMarks(places)
    return ask(joinedLines([markedInWords]))
  }

  /// The question for a command to run as the marked entries.
  mutating func askCommand() -> Reply {
    isAskingCommand = true
    let last = context.lastCommand?.cleaned.truncated(to: 60, ellipsis: "...")
    let offer = last.map { ", Enter for `\($0)`" } ?? ""
    return Reply(
      text: joinedLines([markedInWords]),
      next: .ask("Command to run as \(marked.count == 1 ? "it" : "each of them")\(offer): "))
  }

  /// Takes the typed command, or the last one for an empty line.
  mutating func take(command line: String) -> Reply {
    isAskingCommand = false
    let typed = line.trimmed
    guard let command = typed.isEmpty ? context.lastCommand : typed else {
      return ask("No command was typed, and nothing was run.\n")
    }
    return Reply(
      text: "", next: .run(command: command, entries: marked.sorted().map { entries[$0].name }))
  }

  /// The reply to a switch while entries are marked.
  func refuseForMarks() -> Reply {
    ask(
      joinedLines([
        markedInWords + " Enter runs a command as \(marked.count == 1 ? "it" : "each of them"); "
          + "** removes the marks."
      ]))
  }

  private mutating func listMarked(_ now: Int) -> Reply {
    guard !marked.isEmpty else { return ask("No entry is marked.\n") }
    list(marked.sorted())
    return page("Marked:", now)
  }

  private var markedInWords: String {
    let names = marked.sorted().map { entries[$0].shownName }
    guard !names.isEmpty else { return "No entry is marked any more." }
    let rest = names.count > 6 ? " and \(names.count - 6) more" : ""
    return "\(entryCount(names.count)) marked: " + names.prefix(6).joined(separator: ", ") + rest
      + "."
  }
}

extension [ClosedRange<Int>] {
  /// The numbers and ranges of a text, for example `3 5-7`; nil for anything else.
  init?(numbers text: Substring) {
    self = []
    for word in text.split(whereSeparator: { $0 == " " || $0 == "," }) {
      let ends = word.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
      guard (1...2).contains(ends.count), let first = ends.first ?? nil,
        let last = ends.last ?? nil,
        first >= 1, first <= last, last - first < 100_000
      else { return nil }
      append(first...last)
    }
  }
}

import Accounts
import Canvas
import Foundation

extension PlainDialogue {
  /// The first page, under what there is to say before it; `now` is in seconds since 1970.
  mutating func begin(_ query: String, now: Int) -> Reply {
    let here = surroundings.current.flatMap(place(named:)).map { entries[$0].shownName }
    let greeting = ["Switchback: \(counted(entries.count))."] + (here.map { ["In \($0)."] } ?? [])
    let said = lines(surroundings.notices + [greeting.joined(separator: " ")])
    if entries.isEmpty { return ask(said + lines([Self.noEntries])) }
    let first = query.isEmpty ? page("", now) : filter(query, now)
    return Reply(text: said + first.text, next: first.next)
  }

  /// What a typed line leads to; nil is the end of input.
  mutating func answer(_ line: String?, now: Int) -> Reply {
    guard let line else { return leave }
    switch Line(line) {
    case .enter: return goOn(now)
    case .leave: return leave
    case _ where entries.isEmpty: return ask("")
    case .help: return ask(help)
    case .recents: return listRecents(now)
    case .filter(let words): return filter(words, now)
    case .details(let choosing):
      return place(of: choosing).map { ask(details(of: $0, now)) } ?? ask(missing(choosing))
    case .become(.number(let number), _) where isHidden(number):
      return ask(
        "Entry \(number) is not in the list that was shown last: / lists all again, ? \(number) says what it is.\n"
      )
    case .become(let choosing, let readOnly):
      return place(of: choosing).map { become($0, readOnly: readOnly) }
        ?? notChosen(choosing, line, now)
    }
  }

  /// Why there was no switch: the same question again.
  func failed(_ failure: Failure) -> Reply {
    let why = failure.description.cleanedLines
    return ask(why.isEmpty ? "Nothing was done.\n" : "Could not switch. \(why)\n")
  }

  private var leave: Reply { Reply(text: "", next: .leave) }

  func ask(_ text: String) -> Reply { Reply(text: text, next: .ask(question)) }

  /// What Enter does, which the question says.
  private mutating func goOn(_ now: Int) -> Reply {
    if entries.isEmpty { return Reply(text: "", next: .demo) }
    return onlyOne.map { become($0, readOnly: false) } ?? page("", now)
  }

  /// A number that no entry has may be words, such as an account's.
  private mutating func notChosen(_ choosing: Choosing, _ line: String, _ now: Int) -> Reply {
    let words = line.cleaned.trimmingCharacters(in: .whitespaces)
    guard case .number = choosing, !places(matching: words).isEmpty else {
      return ask(missing(choosing))
    }
    return filter(words, now)
  }
}

import Accounts
import Testing
@testable import Picker

struct LineModeTextTests {
  @Test func helpSaysWhatCanBeTyped() {
    expectAnswers(
      dialogue(threeEntries, .init(recents: ["dev"])), typing: "?",
      shows: """
        3        Switch to the entry of that number.
        3 r      The same, read-only: with AWS's ReadOnlyAccess policy.
        words    List what matches. Entries keep their numbers.
        /3       List what matches 3, which without the slash is a number.
        /        List all entries again.
        Enter    More of the list; its only entry; else the list again.
        -        Switch to the previous entry, Development.
        -2       Switch to the second newest of the recent entries.
        --       List the recent entries, the newest first.
        ? 3      Show the details of entry 3.
        * 3 5-7  Mark these entries, or unmark them; Enter then asks for a command to run as each of them. \
        * lists the marked entries, ** removes all marks.
        q        Leave; Ctrl-D and Ctrl-C do the same.
        Type a role's ARN or a console switch-role link to assume that role from an entry that you choose next.
        Number, words to filter, ? for help: 
        """)
  }

  @Test func nothingIsSaidThatATeletypeCouldNotPrint() {
    var dialogue = dialogue(threeEntries, .init(recents: ["dev"], sessions: ["dev": 100]))
    var replies = [dialogue.begin("", now: 0)]
    for line in ["?", "? 1", "de", "zzz", "--", "-9", "99", "arn:aws:iam::111111111111:role/A"] {
      replies.append(dialogue.answer(line, now: 0))
    }
    for reply in replies {
      #expect(reply.text.utf8.allSatisfy { 0x20...0x7E ~= $0 || $0 == 0x0A })
      guard case .ask(let question) = reply.next else {
        Issue.record("\(reply)")
        continue
      }
      #expect(question.utf8.allSatisfy { 0x20...0x7E ~= $0 })
    }
  }

  @Test(arguments: ["? 1", "?1", "? -"])
  func detailsOfAnEntry(line: String) {
    var prod = threeEntries[0]
    prod.label.group = "payments"
    expectAnswers(
      dialogue([prod], .init(recents: ["prod"], sessions: ["prod": 2_520])) { _ in
        ["long-lived keys of profile base", "assume arn:aws:iam::111111111111:role/Admin"]
      }, typing: line,
      shows: """
        1: Production, admin.
        Profile prod, from /home/maya/.aws/config, line 12.
        Account 111111111111, role Admin, region eu-west-1, group payments.
        Role ARN: arn:aws:iam::111111111111:role/Admin
        Previous. Requires confirmation. Session 42 minutes left.
        Step 1: long-lived keys of profile base.
        Step 2: assume arn:aws:iam::111111111111:role/Admin.
        Number, words to filter, Enter for Production, admin, ? for help: 
        """)
  }

  @Test func aChainThatLeadsNowhereSaysWhy() {
    var bare = lineEntry("bare", account: nil, role: nil, region: nil)
    bare.isProfile = false
    bare.origin.line = 0
    expectAnswers(
      dialogue([bare]) { _ in throw BrokenChainError() }, typing: "? 1",
      shows: """
        1: bare.
        Entry bare, from /home/maya/.aws/config.
        It cannot be switched to: bare: no such profile.
        Number, words to filter, Enter for bare, ? for help: 
        """)
  }
}

private struct BrokenChainError: Error, CustomStringConvertible {
  let description = "bare: no such\u{7} profile."
}

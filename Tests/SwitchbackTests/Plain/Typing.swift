import Accounts
import Canvas
import Picker
import Testing
@testable import Switchback

/// A dialogue typed to line by line, held against the whole of its transcript.
///
/// The typed text follows its question. A line that begins with `=>` shows the requested action.
func expect(
  _ dialogue: LineModeDialogue, from query: String = "", typing lines: [String?] = [],
  shows expected: String, now: Int = 0, sourceLocation: SourceLocation = #_sourceLocation
) {
  var dialogue = dialogue
  var reply = dialogue.begin(query, now: now)
  var transcript = shown(reply)
  for line in lines {
    transcript += (line ?? "^D") + "\n"
    reply = dialogue.answer(line, now: now)
    transcript += shown(reply)
  }
  #expect(transcript == expected, sourceLocation: sourceLocation)
}

/// The same, of what comes after the first question alone.
func expectAnswers(
  _ dialogue: LineModeDialogue, typing lines: String?..., shows expected: String, now: Int = 0,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var dialogue = dialogue
  _ = dialogue.begin("", now: now)
  let replies = lines.map { shown(dialogue.answer($0, now: now)) }
  #expect(replies.joined(separator: "\n") == expected, sourceLocation: sourceLocation)
}

private func shown(_ reply: LineModeDialogue.Reply) -> String {
  reply.text + shown(reply.next)
}

private func shown(_ next: LineModeDialogue.Next) -> String {
  switch next {
  case .ask(let question): question
  case .startSwitch(let picked):
    "=> \(picked.name)" + (picked.source.map { " from \($0)" } ?? "")
      + (picked.choice.isReadOnly ? ", read-only" : "")
  case .run(let command, let entries): "=> run \(command) as \(entries.joined(separator: ", "))"
  case .demo: "=> demo"
  case .leave: "=> leave"
  }
}

/// An entry with defaults for all that a test does not look at.
func entry(
  _ name: String, _ display: String? = nil, account: String? = "111111111111",
  role: String? = "Admin", region: String? = "eu-west-1", confirm: Bool = false,
  readOnly: Bool = false
) -> Entry {
  Entry(
    name: name,
    label: Label(
      displayName: display ?? name, color: .rgb(1, 2, 3), confirm: confirm, readOnly: readOnly),
    kind: .assumeRole, accountID: account, roleName: role,
    roleARN: role.map { "arn:aws:iam::\(account ?? ""):role/\($0)" }, region: region,
    origin: Origin(file: "/home/maya/.aws/config", line: 12))
}

let threeEntries = [
  entry("prod", "Production, admin", confirm: true),
  entry("dev", "Development", account: "111111111112", region: nil),
  entry("audit", "Audit", account: "222222222222", role: "ReadOnly", readOnly: true),
]

/// Ranked by how early what is typed stands in a name or an account, which is enough to tell an
/// order apart.
func dialogue(
  _ entries: [Entry] = threeEntries,
  _ surroundings: LineModeDialogue.PickerContext = LineModeDialogue.PickerContext(),
  chain: @escaping (Entry) throws -> [String] = { _ in ["long-lived keys of profile base"] }
) -> LineModeDialogue {
  LineModeDialogue(
    entries, surroundings,
    rank: { text in
      let found = entries.compactMap { entry -> (Int, Entry)? in
        let fields = entry.label.displayName.lowercased() + "\n" + (entry.accountID ?? "")
        return fields.firstRange(of: text.lowercased()).map {
          (fields.distance(from: fields.startIndex, to: $0.lowerBound), entry)
        }
      }
      return found.sorted { $0.0 < $1.0 }.map(\.1)
    }, chain: chain)
}

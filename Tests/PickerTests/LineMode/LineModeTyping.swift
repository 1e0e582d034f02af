import Accounts
import Canvas
import Testing
@testable import Picker

/// Types lines into a dialogue and compares the whole transcript with the expected one.
///
/// A typed line stands after its question. A line that begins with `=>` is the next step.
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

/// Types lines into a dialogue and compares the transcript after the first question.
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
      + (picked.options.isReadOnly ? ", read-only" : "")
  case .run(let command, let entries): "=> run \(command) as \(entries.joined(separator: ", "))"
  case .demo: "=> demo"
  case .leave: "=> leave"
  }
}

/// An entry with defaults for everything that a test does not check.
func lineEntry(
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
  lineEntry("prod", "Production, admin", confirm: true),
  lineEntry("dev", "Development", account: "111111111112", region: nil),
  lineEntry("audit", "Audit", account: "222222222222", role: "ReadOnly", readOnly: true),
]

/// A dialogue that ranks entries by the position of the query in the name or the account, which is
/// enough to tell orders apart.
func dialogue(
  _ entries: [Entry] = threeEntries,
  _ context: LineModeDialogue.PickerContext = LineModeDialogue.PickerContext(),
  chain: @escaping (Entry) throws -> [String] = { _ in ["long-lived keys of profile base"] }
) -> LineModeDialogue {
  LineModeDialogue(
    entries, context,
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

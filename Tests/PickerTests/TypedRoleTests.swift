import Accounts
import Canvas
import Picker
import Testing

struct TypedRoleTests {
  private let audit = "arn:aws:iam::222222222222:role/ops/Audit"
  private let sources = model([entry("base", role: nil), entry("prod", confirm: true)])

  private func pasted(_ text: String, into model: Model? = nil) -> Model {
    var model = model ?? sources
    #expect(model.update(.pasted(text)) == [])
    return model
  }

  private func asked(_ name: String, options: SessionOptions = SessionOptions()) -> [Effect] {
    [.assumeRole(reference: audit, source: name, code: nil, options: options)]
  }

  @Test(arguments: [Size(rows: 24, columns: 80), small])
  func saysWhatEnterDoes(size: Size) {
    let text = pasted(audit).words(size)
    #expect(
      text.contains(
        "That names a role: Enter assumes Audit in 222222222222, from an entry that you choose next."
      ))
    #expect(text.contains("Enter assume Esc clear"))
  }

  @Test func asksFromWhichEntry() throws {
    try expect(
      pasted(audit), typing: "<enter>",
      shows: """
         Assume Audit in 222222222222 from which entry?
         ❯  find what to assume it from                                       2 entries
           Name   State    Account        Role    Session   Region
        ▸▌ base            111111111111                     eu-central-1
         ▌ prod   !        111111111111   Admin             eu-central-1
         Enter assume   Esc back   ? help   F2 actions   Ctrl-O options   Ctrl-G jump
        """,
      size: Size(rows: 22, columns: 80))
    try expect(
      pasted(audit), typing: "<enter>", shows: " Assume Audit in 222222222222 from whi…",
      size: small)
  }

  @Test func assumesItFromTheEntryChosen() throws {
    try expect(
      pasted(audit), typing: "<enter>bas<enter>", shows: " Assuming Audit in 222222222222 …",
      asks: asked("base"))
    try expect(pasted(audit), typing: "<enter><alt-r>", asks: asked("base", options: readOnly))
    try expect(pasted(audit), typing: "<enter><down><enter>prod<enter>", asks: asked("prod"))
    try expect(
      pasted(audit), typing: "<enter><ctrl-o><tab>2h<enter>",
      asks: asked("base", options: sessionOptions { $0.durationSeconds = 7200 }))
  }

  @Test func aSourceThatOnlyReadsStaysSo() throws {
    let model = pasted(audit, into: model([entry("base", readOnly: true)]))
    try expect(model, typing: "<enter><enter>", asks: asked("base", options: readOnly))
  }

  @Test func theCallIsKnownByItsSource() throws {
    var call = try typing("<enter><enter>", into: pasted(audit)).model
    #expect(call.update(.codeNeeded(entry: "base", device: "phone", reason: .firstRequest)) == [])
    let code = Effect.assumeRole(reference: audit, source: "base", code: "123456")
    call = try expect(call, typing: "123456<enter>", asks: [code])
    #expect(call.update(.failed(entry: "base", "no")) == [])
    let failed = call.view(Size(rows: 24, columns: 80)).text
    #expect(failed.contains("Could not switch to Audit in 222222222222 "))
    try expect(call, typing: "<enter>", asks: asked("base"))
  }

  @Test func escGoesBackStepByStep() throws {
    let list = try typing("<enter>ba", into: pasted(audit)).model
    let empty = try expect(
      list, typing: "<esc>", shows: " ❯  find what to assume it from")
    let query = try expect(empty, typing: "<esc>", shows: " ❯ \(audit)")
    #expect(query == pasted(audit))
    try expect(query, typing: "<esc><esc>", asks: [.leave(.cancelled)])
    try expect(list, typing: "<enter><esc>", shows: " ❯ ba", asks: asked("base") + [.cancelCall])
    try expect(list, typing: "zzz<enter>", asks: [.ring])
  }

  @Test func takesAConsoleLink() throws {
    let link =
      "https://signin.aws.amazon.com/switchrole?account=222222222222&roleName=ops/Audit"
      + "&displayName=The%20auditor&color=F2B0A9"
    try expect(
      pasted(link + "\n"), typing: "<enter><enter>", shows: " Assuming Audit in 222222222222 …",
      asks: [.assumeRole(reference: link, source: "base", code: nil)])
  }

  @Test(arguments: [
    ("arn:aws:s3:::bucket/me", "does not name an account"),
    ("arn:aws:iam::222222222222:user/me", "No entry has the account 222222222222."),
    ("arn:aws:iam::2222:role/x", "is not an AWS account id"),
    ("https://example.com/switchrole?account=222222222222&roleName=x", "is not a host of the AWS"),
  ])
  func saysWhatIsWrongWithIt(text: String, message: String) throws {
    let wrong = pasted(text)
    #expect(wrong.view(Size(rows: 24, columns: 100)).text.contains(message))
    try expect(wrong, typing: "<enter>", asks: [.ring])
    try expect(wrong, typing: "<esc><esc>", asks: [.leave(.cancelled)])
  }

  @Test func anEntryOfThatNameGoesFirst() throws {
    let named = pasted(audit, into: model([entry(audit)]))
    try expect(named, typing: "<enter>", asks: [.assume(entry: audit, code: nil)])
  }
}

import Accounts
import Testing
@testable import AWSConfig

/// The lines of AWS's files that are read as misspelt or misplaced protection keys.
struct StrayProtectionTests {
  private func catalogue(_ lines: String) -> Catalogue {
    let keys = "aws_access_key_id = AKIA\naws_secret_access_key = s\n"
    let shared = SharedConfig("[profile dev]\n\(keys)[profile prod]\n\(keys)\(lines)\n")
    let (entries, strays) = shared.entriesAndStrays
    return Catalogue(
      profiles: entries, settings: Settings(), strays: shared.strayProtections + strays)
  }

  private func refused(_ lines: String) -> [String] {
    let unread = catalogue(lines).unreadProtections
    return ["dev", "prod"].filter { name in unread.contains { $0.concerns(name, name) } }
  }

  @Test(arguments: [
    "lock_timeout = 5", "locking = true", "safe_mode = true", "safe = 1", "verify = true",
    "verify_ssl = false", "verification_url = https://x",
    "role_arn_x = arn:aws:iam::1:role/read-only",
    "sso_role_name = ReadOnly", "services = read_only_x", "assumed_role = ReadOnly",
    "target_role_name = read_only", "cli_mode = readonly", "saml_role = ReadOnly",
    "readonly_role_arn = arn:aws:iam::111111111111:role/x", "guardrails = on", "dangerzone = 1",
    "s3 =\n  lock = true\n  max_queue_size = 3", "s3 =\n  confirm = false",
    "con\nfirm = false", "con\nregion = x", "output = json\n  con\nregion = x",
    "role_arn =\n  arn:aws:iam::111111111111:role/read-only", "description = ReadOnly",
    "note = confirm", "team = Read only", "credential_process = tool --confirm = yes",
  ])
  func aKeyOfAnotherRefusesNothing(lines: String) {
    #expect(refused(lines) == [], "\(catalogue(lines).diagnostics)")
  }

  /// A value of any kind may be before the lost line end.
  @Test(arguments: [
    "sso_start_url = https://acme.awsapps.com/startconfirm = true",
    "mfa_serial = arn:aws:iam::111111111111:mfa/bobread_only = true",
    "ca_bundle = /etc/ssl/ca.pemconfirm = true", "display_name = my-prodconfirm = ask",
    "role_session_name = bob.smithread_only = yes",
  ])
  func aKeyBehindAValueRefusesThatProfile(lines: String) {
    #expect(refused(lines) == ["prod"], "\(catalogue(lines).diagnostics)")
  }

  /// The file is read once, however long a line is.
  @Test(.timeLimit(.minutes(1)))
  func aLongLineIsReadInOnePass() {
    let signs = String(repeating: "m=", count: 100_000)
    let brackets = String(repeating: "]", count: 300_000)
    #expect(refused("blob = \(signs)\nmore = \(brackets)") == [])
  }

  @Test(arguments: ["danger = true", "protected = yes", "guard = on", "ro = true", "confrim = yes"])
  func aWordForOneRefuses(lines: String) {
    #expect(refused(lines) == ["prod"])
  }

  @Test(arguments: [
    ("s3 =\n  confirm = true", "confirm"), ("s3 =\n  read_only = true", "read_only"),
    ("s3 =\n  max_queue_size = 3\n  confrim = yes", "confirm"),
    ("foo = bar\n  readonly = true", "read_only"), ("cloud =\n\tConfirm : ask", "confirm"),
  ])
  func aKeyInABlockRefusesThatProfile(lines: String, key: String) {
    #expect(refused(lines) == ["prod"])
    let unread = catalogue(lines).unreadProtections.first?.diagnostic
    let block = lines.prefix { $0 != " " }
    #expect(
      unread?.message.hasPrefix("'\(key)' is in the block of '\(block)'. Move it") == true)
    #expect(unread?.origin.line == 7 + lines.count { $0 == "\n" })
  }

  @Test(arguments: [
    "con\nfirm = true", "c\nonfirm: ask", "read_\nonly = true", "read\n-only = yes",
    "con\n  firm = true", "region = x\n  con\nfirm = true", "CON\nFIRM = true",
    "con\\\nfirm = true",
  ])
  func aKeyInTwoLinesRefusesThatProfile(lines: String) {
    #expect(refused(lines) == ["prod"], "\(catalogue(lines).diagnostics)")
    let said = catalogue(lines).unreadProtections.map(\.diagnostic.message)
    #expect(said.contains { $0.contains("is split over this line and the next") }, "\(said)")
  }
}

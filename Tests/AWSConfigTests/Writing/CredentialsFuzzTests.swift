import AWSConfig
import Foundation
import Secrets
import Testing

/// Files put together at random, of lines that are well formed and of others.
struct CredentialsFuzzTests {
  private static let lines = [
    "[prod]", "[ prod ] # mine", "[dev]", "[a b]", "[profile prod]", "[half", "default]",
    "[DEFAULT]",
    "aws_access_key_id = ASIAOLD", "AWS_SECRET_ACCESS_KEY=old", "aws_session_token : old # c",
    "  aws_session_token = old", "aws_security_token =", "x_security_token_expires = 2020",
    "region = eu-west-1", "  region = x", "s3 =", "  signature = v4", "\tmore", "", "   ",
    "# comment", "; aws_access_key_id = A", "junk", "= nothing", "password = p", "\u{FEFF}",
    "name = \u{FF}\u{3000}", "aws_account_id = 1",
  ]

  private let keys = AWSCredentials(
    accessKeyID: "ASIANEW", secretAccessKey: Secret("new/secret"),
    sessionToken: Secret("new/token"), expiration: Date(timeIntervalSince1970: 1_767_225_600))

  private func change(_ text: [UInt8]) throws(CredentialsFileError) -> CredentialsChange {
    try CredentialsText(text, file: "credentials")
      .setting(keys, region: "eu-west-1", of: "prod", replacingLongLived: true)
  }

  @Test(arguments: 0..<20)
  func aChangeIsWholeAndNothingElse(_ seed: UInt64) throws {
    var numbers = SplitMix64(seed: seed)
    var refused = 0
    for _ in 0..<200 {
      let end = ["\n", "\r\n", "\r"].randomElement(using: &numbers) ?? "\n"
      let count = Int.random(in: 0...14, using: &numbers)
      let lines = (0..<count).compactMap { _ in Self.lines.randomElement(using: &numbers) }
      let text = Array(lines.joined(separator: end).utf8)
      do {
        let first = try change(text)
        // The keys are there, so that doing it again changes nothing.
        #expect(try change(first.bytes).diff.isEmpty, "\(lines)")
        #expect(kept(lines) == kept(first.bytes), "\(lines)")
      } catch {
        refused += 1
      }
    }
    #expect(refused < 100)
  }

  /// All lines that say nothing of anyone's keys, in order; what stands deeper may go on with a
  /// key, and go with it.
  private func kept(_ lines: [String]) -> [String] {
    let keys = ["aws_", "x_security", "[prod]", "region = eu"]
    return lines.filter { line in
      let isDeeper = line.unicodeScalars.first.map { " \t\u{FEFF}".unicodeScalars.contains($0) }
      return isDeeper == false && !keys.contains { line.lowercased().hasPrefix($0) }
    }
  }

  private func kept(_ bytes: [UInt8]) -> [String] {
    kept(
      String(decoding: bytes, as: UTF8.self).unicodeScalars
        .split { $0 == "\n" || $0 == "\r" }.map { String($0) })
  }
}

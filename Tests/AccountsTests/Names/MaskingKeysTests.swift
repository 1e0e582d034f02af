import Accounts
import Testing

struct MaskingKeysTests {
  /// Base64 of a fixed sequence of bytes, as long as a session token of AWS's.
  private func token(_ length: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var state: UInt32 = 42
    return String(
      (0..<length).map { _ in
        state = state &* 1_664_525 &+ 1_013_904_223
        return letters[Int(state >> 26)]
      })
  }

  @Test(arguments: [40, 100, 400, 804, 2_000]) func aTokenIsMaskedWhateverItsSlashes(length: Int) {
    let token = token(length)
    let masked = maskingKeys("x-amz-security-token:\(token) end")
    #expect(masked == "x-amz-security-token:•••• end", "\(token)")
  }

  @Test(arguments: [
    "/home/maya/Projects/Tools2/bin/Credentials/get-Session2-Keys",
    "arn:aws:iam::111111111111:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_A1b2_0123456789abcdef",
    "https://sts.eu-west-1.amazonaws.com/", "/usr/Local2/Lib/Python3/Site/Packages/Aws/Cli/Main",
  ])
  func aPathIsNot(text: String) {
    #expect(maskingKeys(text) == text)
  }
}

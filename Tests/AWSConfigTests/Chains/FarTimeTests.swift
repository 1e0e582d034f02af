import AWSConfig
import Testing

/// A time in the environment may be any number.
struct FarTimeTests {
  private static let huge = "9223372036854775807"

  @Test(arguments: [
    "2035-01-01T00:00:00+\(huge):00", "2035-01-01T00:00:00-00:\(huge)",
    "\(huge)-01-01T00:00:00Z", "2035-\(huge)-01T00:00:00Z", "2035-01-\(huge)T00:00:00Z",
    "2035-01-01T\(huge):00:00Z", "2035-01-01T00:\(huge):00Z", "2035-01-01T00:00:\(huge)Z",
    "2035-01-01T00:00:00.\(huge)\(huge)+\(huge)\(huge):1", "0000-00-00T00:00:00Z",
  ])
  func isNoTime(text: String) {
    let environment = [
      "AWS_ACCESS_KEY_ID": "AK", "AWS_SECRET_ACCESS_KEY": "s", "AWS_CREDENTIAL_EXPIRATION": text,
    ]
    #expect(throws: ChainError.notATime(text)) {
      try SharedConfig("").ambientChain(environment: environment)
    }
  }
}

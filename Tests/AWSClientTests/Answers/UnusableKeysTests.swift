import AWSClient
import Foundation
import STS
import Secrets
import Testing

/// Keys that no variable and no request could carry as they are, in whatever answer they come.
struct UnusableKeysTests {
  private static let odd = ["a\u{0}b", "a\nb", "\u{1B}[31m", "a\u{7F}", "a\u{85}b", "a\u{FFFD}b"]

  private static func keys(_ odd: String, in part: AWSCredentials.Part) -> AWSCredentials {
    func text(_ own: AWSCredentials.Part) -> String { own == part ? odd : "hidden" }
    return AWSCredentials(
      accessKeyID: text(.accessKeyID), secretAccessKey: Secret(text(.secretAccessKey)),
      sessionToken: Secret(text(.sessionToken)))
  }

  @Test(arguments: odd, [AWSCredentials.Part.accessKeyID, .secretAccessKey, .sessionToken])
  func areFound(_ odd: String, _ part: AWSCredentials.Part) {
    #expect(Self.keys(odd, in: part).unusablePart == part)
  }

  @Test func ofAWSAreUsable() {
    let keys = AWSCredentials(
      accessKeyID: "ASIAIOSFODNN7EXAMPLE", secretAccessKey: Secret("wJalr/+=_-"),
      sessionToken: Secret("IQoJb3JpZ2luX2VjE=="))
    #expect(keys.unusablePart == nil)
  }

  /// XML can hold them as references, JSON as escapes; a byte that is not UTF-8 is read as a mark
  /// of its own.
  @Test(arguments: ["a&#10;b", "a&#127;b", "a\u{FFFD}b"])
  func areRefusedOfSTS(_ odd: String) async throws {
    let text = assumeRoleAnswer().replacingOccurrences(of: "s/+=", with: "hidden" + odd)
    let sts = FakeSTS(.answer(xmlResponse(text)))
    let problem = await #expect(throws: ServiceError.self) {
      try await sts.client(attempts: 1).call(RetryTests.role)
    }
    #expect(problem?.description.contains("no secret access key that can be used") == true)
    #expect(problem?.description.contains("hidden") == false)
  }
}

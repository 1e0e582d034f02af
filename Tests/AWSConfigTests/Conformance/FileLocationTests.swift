import AWSConfig
import Testing

/// The SDKs' table of file locations and profiles, but for Windows's.
@Suite(.enabled(if: Conformance.isPresent, "skipped: ../shared/conformance is absent"))
struct FileLocationTests {
  struct Suite: Decodable {
    struct Case: Decodable {
      var name: String
      var environment: [String: String]
      var platform: String
      var profile: String?
      var configLocation: String
      var credentialsLocation: String
    }

    var tests: [Case]
  }

  @Test func theFilesAreWhereTheSDKsLook() throws {
    let suite: Suite = try Conformance.decoded("smithy-rs/file-location-tests.json")
    let cases = suite.tests.filter { $0.platform == "linux" }
    #expect(cases.count == 4)
    for example in cases {
      let paths = sharedFilePaths(environment: example.environment)
      #expect(paths.config == example.configLocation, "\(example.name)")
      #expect(paths.credentials == example.credentialsLocation, "\(example.name)")
      let config = SharedConfig("[default]\n[profile other]")
      let profile = try config.chosenProfile(environment: example.environment)
      #expect(profile?.name == example.profile ?? "default", "\(example.name)")
    }
  }
}

import AWSConfig
import Foundation
import Testing

/// 99 files as botocore reads them; those that we mean to read otherwise are listed, with our
/// reading.
@Suite(.enabled(if: Conformance.isPresent, "skipped: ../shared/conformance is absent"))
struct IniOracleTests {
  struct Oracle: Decodable {
    struct Case: Decodable {
      var name: String
      var config_b64: Data?
      var credentials_b64: Data?
      var botocore: [String: Tree]
    }

    var cases: [Case]
  }

  /// The expected profiles if the AWS CLI rejects the file, or reads more than Switchback.
  static let ours: [String: Tree] = [
    // A line in error costs that line.
    "sdk: Profile definitions must end with brackets.": [:],
    "sdk: Properties must be defined in a profile.": [:],
    "sdk: Property key cannot be empty.": ["foo": [:]],
    "sdk: Continuations cannot be used outside of a profile.": [:],
    "sdk: Continuations cannot be used outside of a property.": ["foo": [:]],
    "sdk: Continuations reset with profile definitions.": ["foo": ["name": "value"]],
    "sdk: Invalid sub-property definitions cause an error.": ["foo": ["s3": [:]]],
    "sdk: Invalid continuation": ["foo": ["name": "value"]],
    "latin1 bytes": ["a": [:]],
    "empty section": ["a": [:]],
    "preamble": ["a": [:]],
    "BOM": ["a": ["region": "x"]],
    // Comments after a value are stripped.
    "sdk: Pound sign comments are ignored.": ["foo": ["name": "value"]],
    "sdk: Semicolon sign comments are ignored.": ["foo": ["name": "value"]],
    "sdk: All comment types can be used together.": ["foo": ["name": "value"]],
    "sdk: Comments can be empty.": ["foo": ["name": "value"]],
    "value inline comments": ["a": ["region": "x", "role": "y"]],
    // Repeated sections and keys are merged.
    "sdk: Duplicate profiles in the same file merge properties.": [
      "foo": ["name": "value", "name2": "value2"]
    ],
    "sdk: Duplicate properties in a profile use the last one defined.": ["foo": ["name": "value2"]],
    "sdk: Duplicate properties in duplicate profiles use the last one defined.": [
      "foo": ["name": "value2"]
    ],
    "sdk: Duplicate properties in duplicate profiles use the last one defined (case insensitive).":
      [
        "foo": ["name": "value2"]
      ],
    "dup via quoting": ["a": ["region": "x", "output": "y"]],
    "dup in creds": ["a": ["aws_access_key_id": "2"]],
    // [profile default] wins over [default].
    "sdk: Default profile with profile prefix overrides default profile without prefix when profile prefix is first.":
      ["default": ["name": "value"]],
    "sdk: Default profiles with mixed prefixes in the config file ignore the one without prefix when merging.":
      ["default": ["name": "value", "name3": "value3"]],
    "sdk: Default profiles with mixed prefixes merge with credentials": [
      "default": ["name": "value", "name3": "value3", "secret": "foo"]
    ],
    "default both order2": ["default": ["output": "b"]],
    // Headers.
    "sdk: Credentials profiles with prefix are ignored.": [:],
    "cred section profile prefix": [:],
    "sdk: profile name with extra whitespace": ["foo": ["name": "value"], "bar": [:]],
    "sdk: profile name with extra whitespace in credentials": ["foo": ["name": "value"]],
    "DEFAULT": ["a": ["output": "json"]],
  ]

  @Test func everyFileIsReadAsTheCLIDoesOrAsWeDecided() throws {
    let oracle: Oracle = try Conformance.decoded("generated/ini-oracle.json")
    #expect(oracle.cases.count == 99)
    for example in oracle.cases {
      let config = SharedConfig(
        config: Array(example.config_b64 ?? Data()), configPath: "config",
        credentials: Array(example.credentials_b64 ?? Data()), credentialsPath: "credentials")
      if let profiles = Self.ours[example.name] {
        #expect(config.readProfiles == profiles, "\(example.name)")
      } else {
        let read = Tree(config.tree)
        #expect(read == Tree.block(example.botocore).sections, "\(example.name)")
      }
    }
    #expect(Set(Self.ours.keys).isSubset(of: oracle.cases.map(\.name)))
  }
}

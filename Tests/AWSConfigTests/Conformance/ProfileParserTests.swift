import AWSConfig
import Testing

/// The SDKs' 65 files; those that the AWS CLI reads otherwise, as do we, are listed with our
/// reading.
@Suite(.enabled(if: Conformance.isPresent, "skipped: ../shared/conformance is absent"))
struct ProfileParserTests {
  struct Suite: Decodable {
    struct Case: Decodable {
      struct Input: Decodable {
        var configFile: String?
        var credentialsFile: String?
      }

      struct Output: Decodable {
        var config: [String: Tree]?
      }

      var name: String
      var input: Input
      var output: Output
    }

    var tests: [Case]
  }

  static let ours: [String: Tree] = [
    // Names and keys of any characters, as the AWS CLI has them.
    "Profile names support alphanumeric characters and - / . % @ _ : +": [
      "some-thing:long/the_one%only.foo@bar+": [:], "foo!bar": [:],
    ],
    "Invalid profile names are ignored.": ["in valid 2": ["name2": "value2"]],
    "Invalid property names are ignored.": ["foo": ["in valid": "value"]],
    // `key : value`, and a nested key without a name, as the AWS CLI has them.
    "Property definitions must contain an equals sign.": ["foo": ["key": "value"]],
    "Sub-property definitions cannot have an empty name.": ["foo": ["s3": ["": "value"]]],
    // The SDKs refuse the whole file; with us a line in error costs that line.
    "Profile definitions must end with brackets.": [:],
    "Properties must be defined in a profile.": [:],
    "Property key cannot be empty.": ["foo": [:]],
    "Continuations cannot be used outside of a profile.": [:],
    "Continuations cannot be used outside of a property.": ["foo": [:]],
    "Continuations reset with profile definitions.": ["foo": ["name": "value"]],
    "Invalid sub-property definitions cause an error.": ["foo": ["s3": [:]]],
    "Invalid continuation": ["foo": ["name": "value"]],
  ]

  @Test func everyFileIsReadAsTheSDKsDoOrAsWeDecided() throws {
    let suite: Suite = try Conformance.decoded("smithy-rs/profile-parser-tests.json")
    #expect(suite.tests.count == 65)
    for example in suite.tests {
      let config = SharedConfig(
        example.input.configFile ?? "", credentials: example.input.credentialsFile ?? "")
      if let profiles = Self.ours[example.name] {
        #expect(config.readProfiles == profiles, "\(example.name)")
      } else {
        let expected = Tree.block(try #require(example.output.config, "\(example.name)"))
        #expect(Tree(config.tree) == expected.sections, "\(example.name)")
      }
    }
  }
}

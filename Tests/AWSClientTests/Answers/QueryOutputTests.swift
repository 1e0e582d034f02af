import AWSClient
import Foundation
import STS
import Secrets
import Testing

/// The XML of botocore's query protocol; skipped where the test data is not there.
@Suite(.enabled(if: Conformance.isPresent)) struct QueryOutputTests {
  struct Group: Decodable {
    var cases: [Case]
  }
  struct Case: Decodable {
    struct Given: Decodable { var name: String }
    struct Response: Decodable {
      var status_code: Int
      var body: String?
    }
    var id: String
    var given: Given
    var errorCode, errorMessage: String?
    var response: Response
  }

  static func cases() throws -> [Case] {
    try Conformance.decoded("botocore/protocols/output/query.json", as: [Group].self)
      .flatMap(\.cases)
  }

  static func found(_ id: String) throws -> Case {
    try #require(try cases().first { $0.id == id })
  }

  /// The texts of the innermost elements of the result, in order.
  static let texts: [String: [String]] = [
    "QueryGreetingWithErrors": ["Hello"],
    "QueryQueryFlattenedXmlMap": ["foo", "Foo", "baz", "Baz"],
    "QueryQueryFlattenedXmlMapWithXmlName": ["a", "A", "b", "B"],
    "QueryQueryFlattenedXmlMapWithXmlNamespace": ["a", "A", "b", "B"],
    "QueryRecursiveShapes": ["Foo1", "Bar1", "Foo2", "Bar2"],
    "QuerySimpleScalarProperties": [
      "string", "", "true", "false", "1", "2", "3", "4", "5.5", "6.5",
    ],
    "AwsQuerySupportsNaNFloatOutputs": ["NaN", "NaN"],
    "AwsQuerySupportsInfinityFloatOutputs": ["Infinity", "Infinity"],
    "AwsQuerySupportsNegativeInfinityFloatOutputs": ["-Infinity", "-Infinity"],
    "QueryXmlEmptyLists": ["", ""], "QueryXmlEmptyMaps": [""], "QueryXmlEmptySelfClosedMaps": [""],
    "QueryXmlEmptyBlobs": [""], "QueryXmlEmptySelfClosedBlobs": [""],
    "QueryXmlEnums": ["Foo", "0", "1", "Foo", "0", "Foo", "0", "hi", "Foo", "zero", "0"],
    "QueryXmlIntEnums": ["1", "2", "3", "1", "2", "1", "2", "a", "1", "b", "2"],
    "QueryXmlLists": [
      "foo", "bar", "foo", "bar", "1", "2", "true", "false", "2014-04-29T18:30:38Z",
      "2014-04-29T18:30:38Z", "Foo", "0", "1", "2", "foo", "bar", "baz", "qux", "foo", "bar", "hi",
      "bye", "yep", "nope", "a", "b", "a", "b", "1", "2", "3", "4",
    ],
    "QueryXmlMaps": ["foo", "there", "baz", "bye"],
    "QueryQueryXmlMapsXmlName": ["foo", "there", "baz", "bye"],
    "QueryXmlNamespaces": ["Foo", "Bar", "Baz"],
  ]
  static let times = [
    "AwsQueryDateTimeWithNegativeOffset": 1_576_540_098,
    "AwsQueryDateTimeWithPositiveOffset": 1_576_540_098,
    "AwsQueryDateTimeWithFractionalSeconds": 946_845_296.123,
    "QueryXmlTimestamps": 1_398_796_238, "QueryXmlTimestampsWithDateTimeFormat": 1_398_796_238,
    "QueryXmlTimestampsWithDateTimeOnTargetFormat": 1_398_796_238,
  ]
  static let refusals = [
    "QueryInvalidGreetingError", "QueryCustomizedError", "QueryComplexError",
  ]

  static let noBody = "every answer of STS has a body, and an empty one is refused"
  static let onlyISO = "STS writes its times in ISO 8601 only, and any other is refused"
  /// What is not held against the suite, and why.
  static let skipped = [
    "QueryNoInputAndNoOutput": "every operation of STS has a result, and a missing one is refused",
    "QueryEmptyInputAndEmptyOutput": noBody, "QueryNoInputAndOutput": noBody,
    "QueryIgnoresWrappingXmlName": "the root must be that of the action that was asked for",
    "QueryXmlBlobs": "STS sends no bytes in base64",
    "QueryXmlTimestampsWithEpochSecondsFormat": onlyISO,
    "QueryXmlTimestampsWithEpochSecondsOnTargetFormat": onlyISO,
    "QueryXmlTimestampsWithHttpDateFormat": onlyISO,
    "QueryXmlTimestampsWithHttpDateOnTargetFormat": onlyISO,
  ]

  @Test func everyCaseIsHeldOrNamed() throws {
    let held = Set(Self.texts.keys).union(Self.times.keys).union(Self.refusals)
    #expect(Set(try Self.cases().map(\.id)) == held.union(Self.skipped.keys))
  }

  @Test(arguments: texts.keys.sorted()) func everyTextIsRead(id: String) throws {
    let item = try Self.found(id)
    let root = try parseXML(Array((item.response.body ?? "").utf8))
    #expect(root.name == item.given.name + "Response")
    let result = try #require(root.child(item.given.name + "Result"))
    #expect(result.children.flatMap(\.leaves) == Self.texts[id])
  }

  @Test(arguments: times.keys.sorted()) func everyTimeIsRead(id: String) throws {
    let item = try Self.found(id)
    let root = try parseXML(Array((item.response.body ?? "").utf8))
    let text = try #require(root.child(item.given.name + "Result")?.children.first?.text)
    let role = try AssumeRole.answer(xmlResponse(assumeRoleAnswer(expiration: text)))
    let read = try #require(role.credentials.expiration).timeIntervalSince1970
    #expect(abs(read - (Self.times[id] ?? 0)) < 0.0005)
  }

  @Test(arguments: refusals) func everyRefusalIsRead(id: String) throws {
    let item = try Self.found(id)
    let response = xmlResponse(item.response.body ?? "", status: item.response.status_code)
    let expected = ErrorResponse(
      code: item.errorCode ?? "", message: item.errorMessage ?? "", requestID: "foo-id",
      httpStatus: item.response.status_code)
    #expect(try ErrorResponse(response) == expected)
  }
}

extension ResponseElement {
  /// The texts of the elements that hold no other.
  fileprivate var leaves: [String] {
    children.isEmpty ? [text] : children.flatMap(\.leaves)
  }
}

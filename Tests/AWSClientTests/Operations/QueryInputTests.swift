import AWSClient
import Foundation
import Testing

/// Shapes of botocore's query protocol that STS has; skipped where the test data is not there.
@Suite(.enabled(if: Conformance.isPresent)) struct QueryInputTests {
  struct Group: Decodable {
    var cases: [Case]
  }
  struct Case: Decodable {
    struct Serialized: Decodable { var body: String? }
    var id: String
    var serialized: Serialized
  }

  static func cases() throws -> [Case] {
    try Conformance.decoded("botocore/protocols/input/query.json", as: [Group].self)
      .flatMap(\.cases)
  }

  static let forms: [String: @Sendable (inout QueryForm) -> Void] = [
    "QueryEmptyInputAndEmptyOutput": { _ in },
    "QueryNoInputAndNoOutput": { _ in },
    "QueryNoInputAndOutput": { _ in },
    "QuerySimpleInputParamsStrings": { form in
      form.add("Foo", "val1")
      form.add("Bar", "val2")
    },
    "QuerySimpleInputParamsInteger": { $0.add("Bam", String(10)) },
    "QueryEnums": { $0.add("FooEnum", "Foo") },
    "QueryIntEnums": { $0.add("IntegerEnum", String(1)) },
    "EmptyQueryLists": { $0.add("ListArg", [String]()) },
    "QueryLists": { form in
      form.add("ListArg", ["foo", "bar", "baz"])
      form.add("ComplexListArg", ["hello", "hola"]) { $0.add($1 + ".hi", $2) }
    },
    "QueryNestedStructWithList": { $0.add("NestedWithList.ListArg", ["A", "B"]) },
    "QueryProtocolIdempotencyTokenAutoFillIsSet": {
      $0.add("token", "00000000-0000-4000-8000-000000000123")
    },
  ]

  static let noMaps = "no operation of STS takes a map"
  static let noSuchLists = "the lists of STS are neither flat nor renamed"
  static let noSuchNumbers = "STS takes whole numbers only"
  static let noBooleans = "STS takes no booleans"
  static let noHosts = "no operation of STS has a host of its own"
  static let noCompression = "no operation of STS compresses its request"
  /// What is not held against the suite, and why.
  static let skipped = [
    "AwsQueryEndpointTrait": noHosts, "AwsQueryEndpointTraitWithHostLabel": noHosts,
    "QueryHostWithPath": "held by the tests of endpoints: a configured URL keeps its path",
    "NestedStructures": noBooleans, "QuerySimpleInputParamsStringAndBooleanTrue": noBooleans,
    "QuerySimpleInputParamsStringsAndBooleanFalse": noBooleans,
    "SDKAppliedContentEncoding_awsQuery": noCompression,
    "SDKAppendsGzipAndIgnoresHttpProvidedEncoding_awsQuery": noCompression,
    "QueryProtocolIdempotencyTokenAutoFill": "no operation of STS takes an idempotency token",
    "FlattenedQueryLists": noSuchLists, "QueryListArgWithXmlNameMember": noSuchLists,
    "QueryFlattenedListArgWithXmlName": noSuchLists,
    "QuerySimpleQueryMaps": noMaps, "QuerySimpleQueryMapsWithXmlName": noMaps,
    "QueryComplexQueryMaps": noMaps, "QueryEmptyQueryMaps": noMaps,
    "QueryQueryMapWithMemberXmlName": noMaps, "QueryFlattenedQueryMaps": noMaps,
    "QueryFlattenedQueryMapsWithXmlName": noMaps, "QueryQueryMapOfLists": noMaps,
    "QueryNestedStructWithMap": noMaps, "QueryTimestampsInput": "STS takes no times",
    "QuerySimpleInputParamsFloat": noSuchNumbers,
    "QuerySimpleInputParamsBlob": "STS takes no bytes",
    "AwsQuerySupportsNaNFloatInputs": noSuchNumbers,
    "AwsQuerySupportsInfinityFloatInputs": noSuchNumbers,
    "AwsQuerySupportsNegativeInfinityFloatInputs": noSuchNumbers,
  ]

  @Test func everyCaseIsHeldOrNamed() throws {
    let ids = Set(try Self.cases().map(\.id))
    #expect(ids == Set(Self.forms.keys).union(Self.skipped.keys))
  }

  @Test(arguments: forms.keys.sorted())
  func theBodyIsAsTheProtocolHasIt(id: String) throws {
    let body = try #require(try Self.cases().first { $0.id == id }?.serialized.body)
    let head = body.split(separator: "&")[0]
    var form = QueryForm(action: String(head.dropFirst("Action=".count)), version: "2020-01-08")
    let fill = try #require(Self.forms[id])
    fill(&form)
    #expect(text(form) == body)
  }
}

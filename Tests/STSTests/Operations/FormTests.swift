import Foundation
import STS
import Testing

struct FormTests {
  @Test(arguments: [
    ("a b", "a+b"), ("~-._", "~-._"), ("*!'()", "%2A%21%27%28%29"), ("+/=&%", "%2B%2F%3D%26%25"),
    ("é", "%C3%A9"), ("\n\0", "%0A%00"),
  ])
  func valuesAreEncodedAsForms(value: String, encoded: String) {
    var form = Form(action: "X")
    form.add("Name", value)
    #expect(text(form) == "Action=X&Version=2011-06-15&Name=" + encoded)
  }

  @Test func whatIsNotGivenIsNotSent() {
    var form = Form(action: "X")
    form.add("A", nil as String?)
    form.add("B", nil as [String]?)
    #expect(text(form) == "Action=X&Version=2011-06-15")
  }
}

/// Shapes of botocore's query protocol that STS uses; skipped where the test data is not there.
@Suite(.enabled(if: Conformance.isPresent)) struct QueryProtocolTests {
  struct Group: Decodable {
    var cases: [Case]
  }
  struct Case: Decodable {
    struct Serialized: Decodable { var body: String? }
    var id: String
    var serialized: Serialized
  }

  static let forms: [String: @Sendable (inout Form) -> Void] = [
    "QueryEmptyInputAndEmptyOutput": { _ in },
    "QuerySimpleInputParamsStrings": { form in
      form.add("Foo", "val1")
      form.add("Bar", "val2")
    },
    "QuerySimpleInputParamsInteger": { $0.add("Bam", String(10)) },
    "EmptyQueryLists": { $0.add("ListArg", [String]()) },
    "QueryLists": { form in
      form.add("ListArg", ["foo", "bar", "baz"])
      form.add("ComplexListArg", ["hello", "hola"]) { $0.add($1 + ".hi", $2) }
    },
    "QueryNestedStructWithList": { $0.add("NestedWithList.ListArg", ["A", "B"]) },
  ]

  @Test(arguments: forms.keys.sorted())
  func theBodyIsAsTheProtocolHasIt(id: String) throws {
    let groups = try Conformance.decoded(
      "botocore/protocols/input/query.json", as: [Group].self)
    let body = try #require(groups.flatMap(\.cases).first { $0.id == id }?.serialized.body)
    let head = body.split(separator: "&")[0]
    var form = Form(action: String(head.dropFirst("Action=".count)), version: "2020-01-08")
    let fill = try #require(Self.forms[id])
    fill(&form)
    #expect(text(form) == body)
  }
}

private func text(_ form: Form) -> String {
  String(decoding: form.body, as: UTF8.self)
}

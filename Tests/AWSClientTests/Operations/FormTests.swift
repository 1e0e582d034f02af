import AWSClient
import Foundation
import Testing

struct FormTests {
  @Test(arguments: [
    ("a b", "a+b"), ("~-._", "~-._"), ("*!'()", "%2A%21%27%28%29"), ("+/=&%", "%2B%2F%3D%26%25"),
    ("é", "%C3%A9"), ("\n\0", "%0A%00"),
  ])
  func valuesAreEncodedAsForms(value: String, encoded: String) {
    var form = QueryForm(action: "X")
    form.add("Name", value)
    #expect(text(form) == "Action=X&Version=2011-06-15&Name=" + encoded)
  }

  @Test func whatIsNotGivenIsNotSent() {
    var form = QueryForm(action: "X")
    form.add("A", nil as String?)
    form.add("B", nil as [String]?)
    #expect(text(form) == "Action=X&Version=2011-06-15")
  }
}

/// The body of a form, as text.
func text(_ form: QueryForm) -> String {
  String(decoding: form.body, as: UTF8.self)
}

/// The body of a request in AWS's query protocol: names and values in order, form-encoded.
package struct QueryForm: Sendable, Hashable {
  private var pairs: [String] = []

  /// A form for an action of one version of an API.
  package init(action: String, version: String = "2011-06-15") {
    add("Action", action)
    add("Version", version)
  }

  /// Adds a value, or nothing if it is nil.
  package mutating func add(_ name: String, _ value: String?) {
    guard let value else { return }
    pairs.append("\(formEncoded(name))=\(formEncoded(value))")
  }

  /// Adds a list as `Name.member.1`, an empty list as `Name=`, and nothing for nil.
  package mutating func add(_ name: String, _ list: [String]?) {
    add(name, list) { form, prefix, value in form.add(prefix, value) }
  }

  /// Adds a list of structures; `addFields` adds the fields of each under the given prefix.
  package mutating func add<Element>(
    _ name: String, _ list: [Element]?, addFields: (inout QueryForm, String, Element) -> Void
  ) {
    guard let list else { return }
    if list.isEmpty { add(name, "") }
    for (number, element) in zip(1..., list) {
      addFields(&self, "\(name).member.\(number)", element)
    }
  }

  package var body: [UInt8] { Array(pairs.joined(separator: "&").utf8) }
}

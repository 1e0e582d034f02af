import Canvas
import Foundation
import Text

/// The parts of a link to the console's switch-role form.
struct SwitchRoleLink {
  let partition: String
  private let fields: [String: String]

  init(_ text: String) throws(RoleReferenceError) {
    let address = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
    let host = address.prefix { !"/?#".contains($0) }
    let path = address[host.endIndex...].prefix { !"?#".contains($0) }
    let query = address[path.endIndex...].dropFirst().prefix { $0 != "#" }
    guard path.hasSuffix("/switchrole"), !host.isEmpty else { throw .notALink(text) }
    guard let partition = consolePartition(of: host.lowercased()) else {
      throw .unknownHost(String(host))
    }
    self.partition = partition
    let pairs = query.split(separator: "&").map { pair in
      let halves = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (decoded(halves[0]), halves.count > 1 ? decoded(halves[1]) : "")
    }
    fields = Dictionary(pairs) { first, _ in first }
    for name in ["account", "roleName"] where Set(pairs.filter { $0.0 == name }.map(\.1)).count > 1
    {
      throw .duplicate(name)
    }
  }

  /// The account's twelve digits.
  func account() throws(RoleReferenceError) -> String {
    let text = try field("account")
    guard ARN.isAccountID(text) else { throw .notAnAccount(text) }
    return text
  }

  /// The role's name, with its path if it has one.
  func role() throws(RoleReferenceError) -> String {
    let text = try field("roleName")
    return text.hasPrefix("/") ? String(text.dropFirst()) : text
  }

  var displayName: String? { fields["displayName"]?.nonEmpty }

  /// The colour's six digits; nil if it is not written so.
  var color: String? {
    guard var text = fields["color"]?[...] else { return nil }
    if text.first == "#" { text.removeFirst() }
    let isColor = text.utf8.count == 6 && text.allSatisfy(\.isHexDigit)
    return isColor ? text.lowercased() : nil
  }

  private func field(_ name: String) throws(RoleReferenceError) -> String {
    guard let text = fields[name]?.nonEmpty else { throw .missing(name) }
    return text
  }
}

/// The partition of a console host.
func consolePartition(of host: String) -> String? {
  let domains = [
    ("aws.amazon.com", "aws"), ("amazonaws.cn", "aws-cn"),
    ("amazonaws-us-gov.com", "aws-us-gov"), ("amazonaws-eusc.eu", "aws-eusc"),
  ]
  let host = host.prefix { $0 != ":" }
  return domains.first { host == $0.0 || host.hasSuffix("." + $0.0) }?.1
}

/// The decoded text of a part of a query; a percent sign without two hexadecimal digits stays as it
/// is.
func decoded(_ part: Substring) -> String {
  var bytes: [UInt8] = []
  var rest = part.utf8
  while let byte = rest.popFirst() {
    if byte == UInt8(ascii: "%"), let value = hexadecimalByte(rest.prefix(2)) {
      bytes.append(value)
      rest.removeFirst(2)
    } else {
      bytes.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

private func hexadecimalByte(_ digits: Substring.UTF8View.SubSequence) -> UInt8? {
  guard digits.count == 2, let text = String(digits), text.first != "+" else { return nil }
  return UInt8(text, radix: 16)
}

extension Entry {
  /// The link to the console's switch-role form, filled in with the entry's role and label.
  ///
  /// Throws `SwitchRoleLinkError` if the console cannot switch to it.
  package func switchRoleLink() throws(SwitchRoleLinkError) -> String {
    guard let roleARN, let role = try? ARN(role: roleARN) else { throw .noRole }
    guard let host = signInHost(of: role.partition) else {
      throw .noConsole(partition: role.partition)
    }
    let name = String(role.resource.dropFirst("role/".count))
    guard name.count <= SwitchRoleLinkError.longestRole else { throw .roleTooLong }
    var fields = [
      ("account", role.accountID), ("roleName", name),
      ("displayName", String(label.displayName.cleaned.prefix(64))),
    ]
    if let color = label.color.hex { fields.append(("color", String(color.dropFirst()))) }
    let query = fields.map { "\($0)=\(encoded($1))" }.joined(separator: "&")
    return "https://\(host)/switchrole?\(query)"
  }
}

/// Why there is no console link for switching to an entry.
package enum SwitchRoleLinkError: Error, Sendable, Hashable {
  /// The entry does not have a role with a known account.
  case noRole
  case noConsole(partition: String)
  /// The role's path and name are longer than the console accepts.
  case roleTooLong

  /// The maximum in characters, including the path (IAM User Guide, "Switch from a user to an IAM
  /// role").
  static let longestRole = 64
}

extension SwitchRoleLinkError: CustomStringConvertible {
  /// A sentence, cleaned.
  package var description: String {
    switch self {
    case .noRole: "No console link: this entry has no role ARN."
    case .noConsole(let partition):
      "The console address of partition \(partition.cleaned) is not known."
    case .roleTooLong:
      "The console only accepts a role whose path and name have at most \(Self.longestRole) "
        + "characters."
    }
  }
}

/// The host of the console's sign-in, if it is known for the partition.
private func signInHost(of partition: String) -> String? {
  switch partition {
  case "aws": "signin.aws.amazon.com"
  case "aws-cn": "signin.amazonaws.cn"
  case "aws-us-gov": "signin.amazonaws-us-gov.com"
  case "aws-eusc": "eusc-de-east-1.signin.amazonaws-eusc.eu"
  default: nil
  }
}

/// A percent-encoded value of a query; a slash, as between a role's path and name, stays as it is
/// (RFC 3986).
private func encoded(_ value: String) -> String {
  var text = ""
  for byte in value.utf8 {
    if unreservedBytes.contains(byte) {
      text.unicodeScalars.append(Unicode.Scalar(byte))
    } else {
      text += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }
  return text
}

private let unreservedBytes = Set(
  "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8)

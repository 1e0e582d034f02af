import Canvas
import Foundation

extension Entry {
  /// The link that opens the console's form for switching to the entry's role, filled in with the entry's label.
  ///
  /// Throws `SwitchRoleLinkError` where the console could not switch to it.
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
  /// The entry's credentials are not those of a role whose account is known.
  case noRole
  case noConsole(partition: String)
  /// A role whose path and name are longer than the console takes.
  case roleTooLong

  /// In characters, the path included (IAM User Guide, "Switch from a user to an IAM role").
  static let longestRole = 64
}

extension SwitchRoleLinkError: CustomStringConvertible {
  /// A sentence, cleaned.
  package var description: String {
    switch self {
    case .noRole: "No console link: this entry has no role ARN."
    case .noConsole(let partition):
      "The partition \(partition.cleaned) has no console that is known."
    case .roleTooLong:
      "The console takes no role whose path and name are longer than \(Self.longestRole) characters."
    }
  }
}

/// The host of the console's sign-in, where the partition's is known.
private func signInHost(of partition: String) -> String? {
  switch partition {
  case "aws": "signin.aws.amazon.com"
  case "aws-cn": "signin.amazonaws.cn"
  case "aws-us-gov": "signin.amazonaws-us-gov.com"
  case "aws-eusc": "eusc-de-east-1.signin.amazonaws-eusc.eu"
  default: nil
  }
}

/// A value of a query; a slash, as between a role's path and its name, may stand there as it is (RFC 3986).
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

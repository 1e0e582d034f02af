import Foundation
package import Secrets
import Text

/// The bytes of a credentials file, in which only one profile's credentials can be changed.
package struct CredentialsText: Sendable {
  let bytes: [UInt8]
  /// The file's path, for messages.
  let file: String

  /// Takes a file's bytes; none for a file that does not exist.
  package init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The change that sets a profile's credentials, and removes other keys for credentials.
  ///
  /// `region` is written if the profile has none in the file. Throws if the profile is there twice,
  /// if it has long-term credentials that must not be replaced, or if a name or a value cannot be
  /// written in such a file.
  package func setting(
    _ credentials: AWSCredentials, region: String? = nil, of profile: String,
    replacingLongLived: Bool = false
  ) throws(CredentialsFileError) -> CredentialsChange {
    guard SectionHeader(credentials: profile) == .section(.profile, name: profile),
      profile.canStandBetweenBrackets
    else { throw .name(profile) }
    let current = currentProperties(of: profile)
    let written = try WrittenKeys(credentials, region: current.has(.region) ? nil : region)
    let lines = FileReader.placedLines(of: bytes, .credentials)
    let headers = lines.filter { $0.role == .header && $0.section?.name == profile }.map(\.number)
    guard headers.count < 2 else { throw .repeated(profile, file: file, lines: headers) }
    if let header = headers.first, !replacingLongLived, current.holdLongLivedKeys {
      throw .longLived(profile, file: file, line: header)
    }
    let change = CredentialsChange(
      headers.first.map { changed(lines, under: $0, written) }
        ?? appended(lines, profile, written), in: self)
    guard change.leavesTheRest(of: profile, written) else {
      throw .notInPlace(profile, file: file, line: headers.first ?? lines.count)
    }
    return change
  }

  /// The profile's properties in the file.
  private func currentProperties(of profile: String) -> Properties {
    let sections = FileReader.read(bytes, .credentials, path: file, only: [profile]).profiles.all
    return sections.first { $0.name == profile }?.properties ?? Properties()
  }
}

extension Properties {
  /// True for an access key without a session token, which does not expire.
  fileprivate var holdLongLivedKeys: Bool {
    (isFilled(.accessKeyID) || isFilled(.secretAccessKey))
      && !isFilled(.sessionToken) && !isFilled(.securityToken)
  }

  private func isFilled(_ key: KnownKey) -> Bool {
    switch value(.known(key)) {
    case .secret(let secret): !secret.revealed.isEmpty
    case .text(let text): !text.isEmpty
    case .block, nil: false
    }
  }
}

extension String {
  /// True for a name that needs no quotes in a header, in the AWS CLI, too.
  fileprivate var canStandBetweenBrackets: Bool {
    let isPlain = unicodeScalars.allSatisfy { scalar in
      scalar != "]" && scalar.properties.generalCategory != .control
        && !["\u{2028}", "\u{2029}"].contains(scalar)
    }
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return false }
    return isPlain && !first.properties.isWhitespace && !last.properties.isWhitespace
  }
}

/// Why a credentials file was not changed.
package enum CredentialsFileError: Error, Sendable, Hashable {
  case name(String)
  case value(String)
  case repeated(String, file: String, lines: [Int])
  case longLived(String, file: String, line: Int)
  /// A change there would change other parts of the file, too.
  case notInPlace(String, file: String, line: Int)
}

extension CredentialsFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .name(let name):
      "The credentials file cannot have a profile named '\(name)'; choose a name with --profile."
    case .value(let key):
      "The value of \(key) contains characters that are not possible in a credentials file; use "
        + "--format env or json."
    case .repeated(let name, let file, let lines):
      "\(file) has more than one section [\(name)], on lines "
        + "\(lines.map(String.init).joined(separator: " and ")); merge them, since the AWS CLI "
        + "does not read such a file."
    case .longLived(let name, let file, let line):
      "[\(name)] on line \(line) of \(file) has long-term credentials, which would be lost: choose "
        + "another name with --profile, or add --replace."
    case .notInPlace(let name, let file, let line):
      "[\(name)] on line \(line) of \(file) cannot be changed without changing other parts of the "
        + "file, so nothing was changed; choose another name with --profile."
    }
  }
}

/// The keys and values to write in a profile of the credentials file, and the keys to remove.
struct WrittenKeys {
  var values: [(key: PropertyKey, text: String)]

  /// The key for a session's expiration, which saml2aws and aws-mfa write.
  static let expiry = PropertyKey.other("x_security_token_expires")

  /// All keys for credentials; in the AWS CLI a token's older name would win over the newer one.
  static let all: Set<PropertyKey> = [
    .known(.accessKeyID), .known(.secretAccessKey), .known(.sessionToken), .known(.securityToken),
    .known(.accountID), expiry,
  ]

  /// Throws if a value could be read as something else, as AWS's keys and tokens never can.
  init(_ credentials: AWSCredentials, region: String?) throws(CredentialsFileError) {
    let some: [(PropertyKey, String?)] = [
      (.known(.accessKeyID), credentials.accessKeyID),
      (.known(.secretAccessKey), credentials.secretAccessKey.revealed),
      (.known(.sessionToken), credentials.sessionToken?.revealed),
      (.known(.accountID), credentials.accountID),
      (Self.expiry, credentials.expiration.map(iso8601)),
      (.known(.region), region),
    ]
    values = some.compactMap { key, text in text.map { (key, $0) } }
    for (key, text) in values {
      let isPlain = text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      guard isPlain, !text.isEmpty else { throw .value(key.text) }
    }
  }

  subscript(key: PropertyKey) -> String? {
    values.first { $0.key == key }?.text
  }
}

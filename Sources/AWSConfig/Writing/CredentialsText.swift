import Foundation
package import Secrets
import Text

/// The bytes of a credentials file, of which one profile's keys can be changed and nothing else.
package struct CredentialsText: Sendable {
  let bytes: [UInt8]
  /// For messages.
  let file: String

  /// Takes a file's bytes; none for a file that is not there.
  package init(_ bytes: [UInt8], file: String) {
    self.bytes = bytes
    self.file = file
  }

  /// The change that gives a profile these keys, and takes away what others left in their place.
  ///
  /// `region` is written where the file says none of the profile. Throws where the profile stands there twice, where it holds long-lived keys that are not to be replaced, and
  /// where a name or a value cannot stand in such a file.
  package func setting(
    _ keys: AWSCredentials, region: String? = nil, of profile: String,
    replacingLongLived: Bool = false
  ) throws(CredentialsFileError) -> CredentialsChange {
    guard SectionHeader(credentials: profile) == .section(.profile, name: profile),
      profile.canStandBetweenBrackets
    else { throw .name(profile) }
    let said = currentProperties(of: profile)
    let written = try WrittenKeys(keys, region: said.has(.region) ? nil : region)
    let lines = FileReader.placedLines(of: bytes, .credentials)
    let headers = lines.filter { $0.role == .header && $0.section?.name == profile }.map(\.number)
    guard headers.count < 2 else { throw .repeated(profile, file: file, lines: headers) }
    if let header = headers.first, !replacingLongLived, said.holdLongLivedKeys {
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

  /// What the file says of a profile so far.
  private func currentProperties(of profile: String) -> Properties {
    let sections = FileReader.read(bytes, .credentials, path: file, only: [profile]).profiles.all
    return sections.first { $0.name == profile }?.properties ?? Properties()
  }
}

extension Properties {
  /// True of keys without a token, which do not end by themselves.
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
  /// True of a name that stands in a header as it is, for the AWS CLI too.
  fileprivate var canStandBetweenBrackets: Bool {
    let isPlain = unicodeScalars.allSatisfy { scalar in
      scalar != "]" && scalar.properties.generalCategory != .control
        && !["\u{2028}", "\u{2029}"].contains(scalar)
    }
    guard let first = unicodeScalars.first, let last = unicodeScalars.last else { return false }
    return isPlain && !first.properties.isWhitespace && !last.properties.isWhitespace
  }
}

/// Why a credentials file was not changed; it is as it was.
package enum CredentialsFileError: Error, Sendable, Hashable {
  case name(String)
  case value(String)
  case repeated(String, file: String, lines: [Int])
  case longLived(String, file: String, line: Int)
  /// Whatever is changed there would change something else, too.
  case notInPlace(String, file: String, line: Int)
}

extension CredentialsFileError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .name(let name):
      "The credentials file cannot hold a profile called '\(name)'; choose a name with --profile."
    case .value(let key):
      "The value of \(key) holds characters that cannot stand in a credentials file; use --format env or json."
    case .repeated(let name, let file, let lines):
      "\(file) has more than one section [\(name)], on lines \(lines.map(String.init).joined(separator: " and ")); "
        + "make one of them, since the AWS CLI reads none of such a file."
    case .longLived(let name, let file, let line):
      "[\(name)] on line \(line) of \(file) holds long-lived keys, which would be lost: choose another name with "
        + "--profile, or add --replace."
    case .notInPlace(let name, let file, let line):
      "[\(name)] on line \(line) of \(file) is written in a way that cannot be changed without changing more, so "
        + "nothing was; choose another name with --profile."
    }
  }
}

/// What a profile of the credentials file is to say, key by key, and the keys that it must not say any more.
struct WrittenKeys {
  var values: [(key: PropertyKey, text: String)]

  /// saml2aws and aws-mfa write the end of a session under this key.
  static let expiry = PropertyKey.other("x_security_token_expires")

  /// All that says who a profile is; the older name of a token would win over the newer in the AWS CLI.
  static let all: Set<PropertyKey> = [
    .known(.accessKeyID), .known(.secretAccessKey), .known(.sessionToken), .known(.securityToken),
    .known(.accountID), expiry,
  ]

  /// Throws where a value could be read as something else: no key or token of AWS's can.
  init(_ keys: AWSCredentials, region: String?) throws(CredentialsFileError) {
    let some: [(PropertyKey, String?)] = [
      (.known(.accessKeyID), keys.accessKeyID),
      (.known(.secretAccessKey), keys.secretAccessKey.revealed),
      (.known(.sessionToken), keys.sessionToken?.revealed),
      (.known(.accountID), keys.accountID),
      (Self.expiry, keys.expiration.map(iso8601)),
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

package import Secrets

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

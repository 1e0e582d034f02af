import Accounts

extension Section {
  /// An sso-session's values that their keys do not allow, and its unknown keys, in file order.
  var valueErrors: [PlacedValueError] {
    let checked: [(ValueError, KnownKey)?] = [
      startURL.flatMap { text in
        text.withoutQuotes != nil
          ? (.quoted(.ssoStartURL), .ssoStartURL)
          : HTTPAddress(text) == nil ? (.address(.ssoStartURL, text), .ssoStartURL) : nil
      },
      regionError,
    ]
    let unread = properties.misspeltKeys.map { written, meant in
      placed(.misspelt(written.key.text, meant), line: written.line)
    }
    return checked.compactMap(\.self).map { placed($0, line: line(of: $1)) } + unread
  }

  private var startURL: String? { nonEmpty(.ssoStartURL) }

  private var regionError: (ValueError, KnownKey)? {
    guard let text = nonEmpty(.ssoRegion) else { return nil }
    let region = RegionName(text)
    return region == .usable ? nil : (.region(.ssoRegion, text, region), .ssoRegion)
  }

  private func nonEmpty(_ key: KnownKey) -> String? {
    properties.text(key).flatMap { $0.isEmpty ? nil : $0 }
  }

  private func line(of key: KnownKey) -> Int {
    properties.all.first { $0.key == .known(key) }?.line ?? origin.line
  }

  private func placed(_ fault: ValueError, line: Int) -> PlacedValueError {
    PlacedValueError(
      owner: "[sso-session \(name)]", origin: Origin(file: origin.file, line: line), fault: fault)
  }
}

import Text

/// The hints for a user who named a section that does not exist.
package struct NameHint: Sendable, Hashable {
  /// A section with that name that is not read.
  let ignored: IgnoredSection?
  /// The name without the quotes around it, if a section has that name.
  let unquoted: String?
  /// Similar names, which may have been meant.
  let nearest: [String]
}

extension NameHint {
  /// The hint as a sentence with a space before it; empty if there is none.
  var sentence: String {
    if let ignored { return " " + ignored.sentence }
    if let unquoted {
      return
        " The quotes count as part of the name, as with the AWS CLI: write \(unquoted) without "
        + "them."
    }
    return didYouMean(nearest)
  }
}

extension SharedConfig {
  /// The hints for a section of a kind that does not exist.
  func hint(for name: String, _ kind: Section.Kind) -> NameHint {
    let names =
      switch kind {
      case .profile, .unprefixedDefault: profileNames
      case .ssoSession: ssoSessions.map(\.name)
      case .services: services.map(\.name)
      }
    guard looksForNearNames else { return NameHint(ignored: nil, unquoted: nil, nearest: []) }
    return NameHint(
      ignored: ignored.first { $0.kind == kind && $0.name == name },
      unquoted: name.withoutQuotes.flatMap { names.contains($0) ? $0 : nil },
      nearest: nearest(to: name, among: names))
  }

  /// Why a profile's section is not read, as a sentence with file and line; nil if there is none.
  package func whyIgnored(profile name: String) -> String? {
    ignored.first { $0.kind == .profile && $0.name == name }?.sentence
  }
}

extension String {
  /// The text between a pair of quotes around it; nil if it is not quoted.
  var withoutQuotes: String? {
    guard let first, first == "\"" || first == "'", count > 2, last == first else { return nil }
    return String(dropFirst().dropLast())
  }
}

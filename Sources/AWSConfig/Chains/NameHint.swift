import Text

/// What helps who named a section that is not there.
package struct NameHint: Sendable, Hashable {
  /// A section of that name that is not read.
  let ignored: IgnoredSection?
  /// The name without the quotes around it, where there is one of that.
  let unquoted: String?
  /// Names that were perhaps meant.
  let nearest: [String]
}

extension NameHint {
  /// One more sentence, with a space before it, or nothing.
  var sentence: String {
    if let ignored { return " " + ignored.sentence }
    if let unquoted {
      return
        " The quotes count as part of the name, as with the AWS CLI: write \(unquoted) without them."
    }
    return didYouMean(nearest)
  }
}

extension SharedConfig {
  /// What helps who named a section of that kind which is not there.
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

  /// Why a profile of that name is not read, where a section of it is there; a sentence with file and line.
  package func whyIgnored(profile name: String) -> String? {
    ignored.first { $0.kind == .profile && $0.name == name }?.sentence
  }
}

extension String {
  /// The text between a pair of quotes that it is wrapped in; nil where it is not.
  var withoutQuotes: String? {
    guard let first, first == "\"" || first == "'", count > 2, last == first else { return nil }
    return String(dropFirst().dropLast())
  }
}

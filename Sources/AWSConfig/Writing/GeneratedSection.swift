/// A profile that is somebody's without saying how: all that `profile` says of calls and of output, and one property
/// more, to be written behind the rest of a config file.
///
/// What says who one becomes is left out, and so is every secret. `lines` are whole lines.
package func generatedSection(
  _ name: String, like profile: Profile?, region: String, lines: [String]
) -> String {
  let kept = (profile?.config.all ?? []).filter { !$0.key.decidesCredentials && !$0.key.isSecret }
  let settings = kept.compactMap { line(of: $0, indent: "") }
  return (["[profile \(name)]", "region = \(region)"] + settings + lines)
    .map { $0 + "\n" }.joined()
}

/// A property as it is written; a block has its own lines, one step further in.
private func line(of property: Property, indent: String) -> String? {
  let start = indent + property.key.text + " ="
  switch property.value {
  case .secret: return nil
  case .text(let text): return text.contains(where: \.isNewline) ? nil : start + " " + text
  case .block(let block):
    return ([start] + block.all.compactMap { line(of: $0, indent: indent + "  ") })
      .joined(separator: "\n")
  }
}

extension PropertyKey {
  /// True for what decides on credentials, and for what only Switchback reads.
  fileprivate var decidesCredentials: Bool {
    guard case .known(let key) = self else { return false }
    return switch key {
    case .output, .services, .endpointURL, .ignoreConfiguredEndpointURLs, .useFIPSEndpoint,
      .useDualStackEndpoint, .caBundle, .maxAttempts, .retryMode, .metadataEndpoint,
      .metadataEndpointMode, .metadataV1Disabled, .metadataTimeout, .metadataAttempts,
      .metadataUseIPv6:
      false
    default: true
    }
  }
}

extension SharedConfig {
  /// A name for a generated profile that no profile has, made of an entry's.
  package func freeProfileName(for entry: String) -> String {
    let plain = entry.map {
      $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) ? $0 : "-"
    }
    let name = "switchback-" + String(plain.prefix(60))
    let names = [name] + (2...).lazy.prefix(1000).map { "\(name)-\($0)" }
    return names.first { profile($0) == nil } ?? name
  }
}

import Secrets
import Text

/// The configuration as a tree for printing: keys in file order, with secrets masked.
package enum ConfigTree: Sendable, Equatable {
  package struct Branch: Sendable, Equatable {
    package var name: String
    package var tree: ConfigTree

    package init(_ name: String, _ tree: ConfigTree) {
      self.name = name
      self.tree = tree
    }
  }

  case text(String)
  case block([Branch])
}

extension SharedConfig {
  /// The blocks `profiles`, `sso_sessions` and `services`, each with a block of keys for each name.
  package var tree: ConfigTree {
    .block([
      .init("profiles", .block(profiles.map { .init(maskingKeys($0.name), .block($0.branches)) })),
      .init("sso_sessions", .block(ssoSessions.map(\.branch))),
      .init("services", .block(services.map(\.branch))),
    ])
  }
}

extension Profile {
  fileprivate var branches: [ConfigTree.Branch] {
    var merged = config
    for property in credentials.all { merged.set(property) }
    return merged.branches
  }
}

extension Section {
  fileprivate var branch: ConfigTree.Branch {
    .init(maskingKeys(name), .block(properties.branches))
  }
}

extension Properties {
  fileprivate var branches: [ConfigTree.Branch] {
    all.map { .init(masked($0.key), $0.value.tree(of: $0.key)) }
  }
}

extension PropertyValue {
  fileprivate func tree(of key: PropertyKey) -> ConfigTree {
    switch self {
    case .text(let text): .text(masked(text, of: key))
    // Uses the secret's own description, so that there is one mask.
    case .secret(let secret): .text("\(secret)")
    case .block(let block): .block(block.branches)
    }
  }
}

/// A value that is safe to show.
///
/// It is complete only if its key never has a secret, or if no word of it is long enough to be one.
/// A misspelt key, an indented line that became part of the line above it, and a program's
/// arguments may have a secret that the file reader does not recognize.
func masked(_ value: String, of key: PropertyKey) -> String {
  let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
  guard let first = lines.first else { return value }
  let rest = lines.dropFirst().map { maskedContinuation($0) }
  return ([maskedLine(String(first), of: key)] + rest).joined(separator: "\n")
}

/// A key that is safe to show; an unusual key may be a line that is a secret.
func masked(_ key: PropertyKey) -> String {
  switch key {
  case .known(let key): key.text
  case .other(let name): maskingKeyName(name)
  }
}

private let mask = Secret("").description

/// The minimum length of a value that is masked because of its key's name, in bytes.
private let namedSecretLength = 6

private func maskedLine(_ value: String, of key: PropertyKey) -> String {
  switch key {
  case .known(.credentialProcess), .known(.mfaProcess), .known(.samlAssertionProcess):
    // A helper's arguments may have a password; its name is enough to identify it.
    let program = value.prefix { $0 != " " && $0 != "\t" }
    guard !program.contains(where: { "=;|&<>\"'`$(".contains($0) }) else { return mask }
    let shown = maskingKeys(String(program))
    return program.count == value.count ? shown : "\(shown) \(mask)"
  case .known(.accessKeyID):
    let looksLikeOne = value.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
    return looksLikeOne || value.utf8.count < leastSecretLength ? value : mask
  case .known:
    if key.isSecret || namesASecret(value) { return mask }
    return maskingKeys(maskingPassword(value))
  case .other(let name):
    if key.isSecret || isNearSecret(name) { return mask }
    let isNamedSecret = secretWords.contains { name.contains($0) }
    if isNamedSecret && value.utf8.count >= namedSecretLength { return mask }
    return value.split(whereSeparator: \.isWhitespace).contains {
      $0.utf8.count >= leastSecretLength
    }
      ? mask : value.contains("://") ? maskingPassword(value) : value
  }
}

/// A further line of a value, masked; it may have been meant as a key of its own.
private func maskedContinuation(_ line: Substring) -> String {
  guard let equals = line.firstIndex(where: { $0 == "=" || $0 == ":" }),
    !line[equals...].hasPrefix("://")
  else {
    return maskedLine(String(line), of: .other(""))
  }
  // The sign may be Base64's padding.
  let name = line[..<equals].trimmingSuffixWhitespace
  guard maskingKeyName(name) == name else { return mask }
  let key = PropertyKey(name)
  let value = String(line[line.index(after: equals)...])
  let shown = maskedLine(value.trimmingPrefixWhitespace, of: key)
  return shown == value.trimmingPrefixWhitespace ? String(line) : "\(line[...equals])\(shown)"
}

private let secretWords = ["secret", "token", "pass", "credential", "auth", "key", "private"]

/// True for a key that differs by a few letters from one of AWS's keys for secrets.
private func isNearSecret(_ name: String) -> Bool {
  guard name.utf8.count >= 8 else { return false }
  let secrets = KnownKey.allCases.filter { PropertyKey.known($0).isSecret }.map(\.text)
  return nearest(to: name, among: secrets, limit: 1).contains { $0.first == name.first }
}

/// True for a line that was joined with another line that has a secret.
private func namesASecret(_ value: String) -> Bool {
  ["secret_access_key", "session_token", "security_token"].contains(
    where: value.lowercased().contains)
}

/// A URL with its user name, password and query masked.
private func maskingPassword(_ value: String) -> String {
  var value = value
  let hasScheme = value.firstRange(of: "://")
  if hasScheme != nil, let query = value.firstIndex(of: "?") {
    value = value[...query] + mask
  }
  // Up to the last @, since a password may hold a slash that is not encoded.
  let start = hasScheme?.upperBound ?? value.startIndex
  guard let at = value[start...].lastIndex(of: "@"),
    hasScheme != nil || value[..<at].contains(":") && !value.hasPrefix("arn:")
  else { return value }
  return value[..<start] + mask + value[at...]
}

extension Substring {
  fileprivate var trimmingSuffixWhitespace: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.trimmingPrefixWhitespace
  }
}

extension StringProtocol {
  fileprivate var trimmingPrefixWhitespace: String { String(drop(while: \.isWhitespace)) }
}

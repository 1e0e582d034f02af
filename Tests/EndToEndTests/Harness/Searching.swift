import Foundation
import Synchronization
import Testing

/// The secrets that came to be known in a home: what its runs printed, and what its tests name.
final class KnownSecrets: Sendable {
  private let texts = Mutex<Set<String>>([])

  var all: Set<String> { texts.withLock(\.self) }

  func add(_ secrets: [String]) { texts.withLock { $0.formUnion(secrets) } }
}

/// The lines that `-v` shows of a home's runs, which every test writes; none may hold a secret.
extension Home {
  /// Has every later run searched for these, too.
  func isSecret(_ texts: String...) { knownSecrets.add(texts) }

  /// Whatever a run printed as a secret must not be seen elsewhere.
  func learnSecrets(from output: String) { knownSecrets.add(secretValues(in: output)) }

  /// Records an issue where standard error, or the log of all runs so far, shows a secret.
  func expectNoSecret(in errors: String) {
    let log = (try? read("log")) ?? ""
    for secret in secrets {
      if shows(errors, secret) {
        Issue.record("standard error shows a secret: \(secret.prefix(4))…")
      }
      if shows(log, secret) { Issue.record("the log shows a secret: \(secret.prefix(4))…") }
    }
  }

  /// Records an issue where a screen shows a secret, be it over several rows.
  func expectNoSecret(onScreen screen: String) {
    let rows = screen.replacing("\n", with: "")
    for secret in secrets where shows(screen, secret) || secret.count >= 8 && shows(rows, secret) {
      Issue.record("the screen shows a secret: \(secret.prefix(4))…")
    }
  }

  /// Every secret of this home: those that are known, and those in the AWS CLI's files and caches.
  private var secrets: Set<String> {
    let files = ["home/.aws/credentials", "home/.aws/config"] + caches
    let texts = files.compactMap { try? read($0) }.filter { $0.utf8.count < 1 << 16 }
    return Set(texts.flatMap(secretValues) + [mayasSecret]).union(knownSecrets.all)
  }

  private var caches: [String] {
    ["home/.aws/cli/cache", "home/.aws/sso/cache", "home/.aws/login/cache"].flatMap { folder in
      names(in: folder).map { folder + "/" + $0 }
    }
  }
}

/// A short one, such as a code, counts as a whole word only: by chance it may be a part of a
/// number.
private func shows(_ text: String, _ secret: String) -> Bool {
  guard secret.count < 8 else { return text.contains(secret) }
  return text.split { !$0.isLetter && !$0.isNumber }.contains(secret[...])
}

/// What stands behind a key that names a secret, in AWS's files, in JSON and in a shell's lines,
/// and is long enough.
private func secretValues(in text: String) -> [String] {
  let secret =
    /(?i)(secret_?access_?key|session_?token|accessToken|refreshToken|clientSecret|dpopKey|idToken)"?\s*[=:]\s*["']?(?<value>[^"'\s,}\u{0}]{8,})/
  return text.matches(of: secret).map { String($0.output.value) }
}

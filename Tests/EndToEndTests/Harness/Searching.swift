import Foundation
import Testing

/// The lines that `-v` shows of a home's runs, which every test writes; none may hold a secret.
extension Home {
  /// Records an issue where standard error, or the log of all runs so far, shows a secret.
  func expectNoSecret(in errors: String) {
    let log = (try? read("log")) ?? ""
    for secret in secrets {
      if errors.contains(secret) {
        Issue.record("standard error shows a secret: \(secret.prefix(4))…")
      }
      if log.contains(secret) { Issue.record("the log shows a secret: \(secret.prefix(4))…") }
    }
  }

  /// Every secret of this home: those of the tests, and those in the AWS CLI's files and caches.
  private var secrets: Set<String> {
    let files = ["home/.aws/credentials", "home/.aws/config"] + caches
    let texts = files.compactMap { try? read($0) }.filter { $0.utf8.count < 1 << 16 }
    return Set(texts.flatMap(secretValues) + [mayasSecret]).filter { $0.count >= 8 }
  }

  private var caches: [String] {
    ["home/.aws/cli/cache", "home/.aws/sso/cache", "home/.aws/login/cache"].flatMap { folder in
      names(in: folder).map { folder + "/" + $0 }
    }
  }
}

/// What stands behind a key that names a secret, in AWS's files and in JSON.
private func secretValues(in text: String) -> [String] {
  let secret =
    /(?i)(secret_?access_?key|session_?token|accessToken|refreshToken|clientSecret|dpopKey|idToken)"?\s*[=:]\s*"?(?<value>[^"\s,}]+)/
  return text.matches(of: secret).map { String($0.output.value) }
}

import Canvas
import Foundation
import Secrets
import Shells

extension Identity {
  /// Production's administrator; 4102444800 is 2100-01-01T00:00:00Z.
  static func sample(
    _ displayName: String = "Production, admin", entry: String = "prod",
    color: Color = .rgb(0xD1, 0x32, 0x12),
    expiration: Date? = Date(timeIntervalSince1970: 4_102_444_800),
    depth: Int = 1, isReadOnly: Bool = false, renewal: Renewal? = nil,
    setsAWSVault: Bool = false
  ) -> Identity {
    Identity(
      entry: entry, displayName: displayName, color: color, accountID: "111111111111",
      roleName: "Admin", region: "eu-central-1",
      credentials: AWSCredentials(
        accessKeyID: "ASIASAMPLE", secretAccessKey: Secret("a/secret"),
        sessionToken: Secret("a//token"), expiration: expiration),
      depth: depth, isReadOnly: isReadOnly, renewal: renewal,
      setsAWSVault: setsAWSVault)
  }
}

/// Names that try to run a command, to steer the terminal or to pose as something else.
let hostileNames = [
  "$(touch PWNED)", "`touch PWNED`", "x'; touch PWNED; '", "x\"; touch PWNED; \"",
  "${X:=$(touch PWNED)}", "\\$(touch PWNED)", "\\\\$(touch PWNED)", "%(!.$(touch PWNED).no)",
  "%n %m %~ %%", "%{\\e[31m%}", "\\[\\e[8m\\] \\w \\u@\\h \\!", "(touch PWNED)", "<(touch PWNED)",
  "$HOME {a,b} * ~ !! !$", "\\u0024(touch PWNED)", "a'\"$(touch PWNED)`touch PWNED`\\",
  "-e -n --help", "a\u{1B}]0;OWNED\u{07}b", "a\u{9B}31mb", "two\r\ntouch PWNED\n",
  // A quote with an accent over it is one character to Swift.
  "x'\u{301}; touch PWNED; '\u{301}", "x\"\u{301}$(touch PWNED)", "\u{2018}; touch PWNED; \u{2019}",
]

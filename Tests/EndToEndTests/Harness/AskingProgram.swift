import Foundation

/// A `credential_process` that asks at its terminal, and what it leaves for a test to see.
struct AskingProgram {
  /// What is typed in these tests.
  static let code = "493817"

  let home: Home

  /// Makes `asks` the profile of such a program, which runs these lines before it prints its keys;
  /// `ops` needs nobody.
  init(_ lines: String = Self.askingUnseen, in home: Home) throws {
    self.home = home
    home.isSecret(Self.code)
    try home.write("asks.sh", Self.script(lines))
    try home.config(
      "[profile asks]\ncredential_process = /bin/bash \(home.path("asks.sh"))\nregion = eu-west-1\n"
        + storedKeys("ops"))
  }

  /// As programs ask for a password: without echo.
  static let askingUnseen = """
    old=$(stty -g < /dev/tty)
    stty -echo < /dev/tty
    printf 'Code: ' > /dev/tty
    read -r code < /dev/tty
    stty "$old" < /dev/tty
    echo > /dev/tty

    """

  /// Each process of it holds a lock, but for what closes descriptor 9.
  private static func script(_ lines: String) -> String {
    """
    here=${0%/*}
    exec 9> "$here/lock"; flock 9
    \(lines)
    printf '{"Version":1,"AccessKeyId":"AKIA%s","SecretAccessKey":"%s"}' "$code" secret-of-asks

    """
  }

  /// Waits until none of its processes is there; false where some are for long.
  func isGone() async throws -> Bool {
    try await home.run(["flock", "-w", "30", home.path("lock"), "true"]).status == 0
  }
}

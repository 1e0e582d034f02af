import Foundation
import Sandbox
import Subprocess
import Testing

/// Logins to Identity Center, against the Sandbox's, by the device code and by a browser that is a
/// script.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct LoginTests {
  /// A browser that follows where it is sent, so that it ends at our callback.
  private func home() throws -> Home {
    let home = try Home()
    try home.config(workplaceLogin)
    try home.write(
      "bin/browser",
      "#!/bin/sh\nexec \(Repository.pythonAnywhere) -c 'import sys, urllib.request; "
        + "urllib.request.urlopen(sys.argv[1]).read()' \"$1\"\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: home.path("bin/browser"))
    return home
  }

  private func variables(_ served: Served, browser: Bool = false) -> [String: String] {
    ["AWS_ENDPOINT_URL": served.url, "BROWSER": browser ? "browser" : "none"]
  }

  @Test func byADeviceCode() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let login = try await home.switchback(
        "login", "harbour", "--no-browser", with: variables(served))
      #expect(login.status == 0 && login.output.isEmpty, "\(login)")
      #expect(login.errors.contains(/the code [A-Z]{4}-[A-Z]{4}/), "\(login)")
      #expect(served.calls("CreateToken").count == 2)
      let who = try await home.switchback(
        "exec", "dev", "--", "switchback", "whoami", with: variables(served))
      #expect(who.output.contains("assumed-role/AWSReservedSSO_Developer_"), "\(who)")
      let onward = try await home.switchback("credentials", "onward", with: variables(served))
      #expect(onward.status == 0, "\(onward)")
    }
  }

  @Test func byTheBrowserAndBackToOurCallback() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let login = try await home.switchback("login", with: variables(served, browser: true))
      #expect(login.status == 0, "\(login)")
      #expect(served.calls("Authorize").count == 1)
      #expect(served.calls("StartDeviceAuthorization").isEmpty)
    }
  }

  @Test func severalLoginsAreChosenFromAListOnATerminal() async throws {
    let home = try home()
    try home.config(
      workplaceLogin
        + "[sso-session other]\nsso_start_url = https://other.awsapps.com/start\n"
        + "sso_region = eu-west-1\n")
    try await Served.serving(.workplace()) { served in
      let tmux = try await Tmux(
        home, "switchback", "login", "--no-browser", with: variables(served))
      try await tmux.waits { $0.contains("1  harbour") && $0.contains("2  other") }
      try await tmux.keys("1<enter>")
      #expect(try await tmux.status() == 0)
      #expect(try await tmux.screen().contains("Logged in to harbour."))
      for keys in ["<enter>", "<ctrl-c>"] {
        let left = try await Tmux(home, "switchback", "login", with: variables(served))
        try await left.waits(for: "Log in to (1 to 2):")
        try await left.keys(keys)
        #expect(try await left.status() == 130, "\(keys)")
      }
      let refused = try await home.switchback("login", with: variables(served))
      #expect(refused.refuses(2, saying: "Name one of harbour, other"), "\(refused)")
    }
  }

  @Test func withoutALoginTheWayThereIsNamed() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let outcome = try await home.switchback("credentials", "onward", with: variables(served))
      #expect(outcome.refuses(3, saying: "onward", "switchback login harbour"), "\(outcome)")
      #expect(served.calls().isEmpty)
    }
  }

  @Test func logoutEndsAll() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let url = variables(served)
      _ = try await home.switchback("login", "dev", "--no-browser", with: url)
      #expect(try await home.switchback("credentials", "onward", with: url).status == 0)
      let out = try await home.switchback("logout", with: url)
      #expect(out.status == 0 && out.errors.contains("1 login"), "\(out)")
      #expect(served.calls("Logout").count == 1)
      for entry in ["dev", "onward"] {
        let after = try await home.switchback("credentials", entry, with: url)
        #expect(after.refuses(3, saying: "switchback login"), "\(after)")
      }
    }
  }

  /// As `aws sso logout` leaves it: without the token, and with our session.
  @Test func aSessionIsNotUsedOnceItsTokenIsRemoved() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let url = variables(served)
      _ = try await home.switchback("login", "dev", "--no-browser", with: url)
      for _ in 1...2 {
        #expect(try await home.switchback("credentials", "onward", with: url).status == 0)
      }
      #expect(!home.names(in: "cache/switchback/sessions").isEmpty)
      let folder = home.path("home/.aws/sso/cache")
      for name in home.names(in: "home/.aws/sso/cache") {
        try FileManager.default.removeItem(atPath: folder + "/" + name)
      }
      let after = try await home.switchback("credentials", "onward", with: url)
      #expect(after.refuses(3, saying: "switchback login"), "\(after)")
    }
  }

  @Test(arguments: ["/dev/null", "/"])
  func logoutEndsTheSessionsOfLoginsThatItCannotReadOf(configFile: String) async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let url = variables(served)
      _ = try await home.switchback("login", "dev", "--no-browser", with: url)
      #expect(try await home.switchback("credentials", "onward", with: url).status == 0)
      #expect(!home.names(in: "cache/switchback/sessions").isEmpty)
      let without = url.merging(["AWS_CONFIG_FILE": configFile]) { $1 }
      let out = try await home.switchback("logout", with: without)
      #expect(out.status == 0 && out.errors.contains("session"), "\(out)")
      #expect(home.names(in: "cache/switchback/sessions").isEmpty)
    }
  }

  @Test func manyAtOnceLogInOneAfterAnother() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      try await withThrowingTaskGroup(of: Outcome.self) { group in
        for _ in 0..<8 {
          group.addTask {
            try await home.switchback("login", "--no-browser", with: variables(served))
          }
        }
        for try await outcome in group { #expect(outcome.status == 0, "\(outcome)") }
      }
      // Whoever comes after another is done may begin anew, but nobody while one is under way.
      let steps = served.calls().compactMap(step)
      #expect(!steps.isEmpty)
      #expect(steps == (0..<steps.count).map { $0.isMultiple(of: 2) ? .begun : .granted })
    }
  }

  private enum Step { case begun, granted }

  private func step(_ call: RecordedCall) -> Step? {
    switch (call.operation, call.verdict) {
    case ("StartDeviceAuthorization", _): .begun
    case ("CreateToken", .allowed): .granted
    default: nil
    }
  }

  @Test func inThePickerTheLoginIsOnTheWayToTheShell() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let tmux = try await Tmux(home, "switchback", "onwar", with: variables(served))
      try await tmux.waits(for: "onward")
      try await tmux.keys("<enter>")
      try await tmux.waits(for: "ready>")
      let who = try await tmux.types("switchback whoami --json").json(as: Identity.self)
      #expect(who.arn.contains("assumed-role/Onward/"))
      try await tmux.keys("exit<enter>")
      #expect(try await tmux.status() == 0)
      #expect(try tmux.damage() == [])
    }
  }

  /// Nobody approves: the code stays on the screen until it is given up.
  @Test func thePickerShowsTheCodeAndEscGivesUp() async throws {
    let home = try home()
    var cloud = FakeAWS.workplace()
    cloud.identityCenter?.approvesAutomatically = nil
    try await Served.serving(cloud) { served in
      let tmux = try await Tmux(home, "switchback", "de", with: variables(served))
      try await tmux.waits(for: "dev")
      try await tmux.keys("<enter>")
      try await tmux.waits("a code") { $0.contains(/[A-Z]{4}-[A-Z]{4}/) && $0.contains("/device") }
      try await tmux.keys("<esc>")
      try await tmux.waits("the list") { !$0.contains("/device") && $0.contains("1/2") }
      try await tmux.keys("<ctrl-c>")
      #expect(try await tmux.status() == 130)
      #expect(try tmux.damage() == [])
    }
  }
}

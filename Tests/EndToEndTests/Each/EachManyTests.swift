import Foundation
import Sandbox
import Secrets
import Testing

/// Two hundred entries at once, with AWS throttling.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct EachManyTests {
  /// A hundred behind one login, ninety behind one MFA device, ten that AWS refuses.
  private var entries: String {
    let harbour = (1...100).map { number in
      """
      [profile harbour-\(number)]
      sso_session = harbour
      sso_account_id = 111122223333
      sso_role_name = Developer
      region = eu-west-1

      """
    }
    let guarded = (1...90).map { role("guarded-\($0)", "Guarded", "mfa_serial = \(mayasPhone)") }
    let closed = (1...10).map { role("closed-\($0)", "Closed", "external_id = ours") }
    return workplaceLogin + (harbour + guarded + closed).joined()
  }

  private func role(_ name: String, _ role: String, _ more: String) -> String {
    "[profile \(name)]\nrole_arn = \(FakeAWS.role(role))\nsource_profile = base\n\(more)\n"
  }

  private let chosen = ["--match", "harbour-*", "--match", "guarded-*", "--match", "closed-*"]

  @Test func oneLoginOneCodeAndTheTableNamesTheRefused() async throws {
    let home = try Home()
    try home.config(workplace(entries))
    var cloud = FakeAWS.workplace()
    cloud.faults.throttledOneIn = 10
    try await Served.serving(cloud) { served in
      let tmux = try await Tmux(
        home, ["switchback", "each"] + chosen + ["--", "true"],
        size: .init(columns: 160, rows: 60),
        with: ["AWS_ENDPOINT_URL": served.url, "BROWSER": "none"])
      try await tmux.waits(for: "from \(mayasPhone):")
      let code = try #require(oneTimeCode(seed: Secret("JBSWY3DPEHPK3PXP"), at: Date()))
      home.isSecret(code)
      try await tmux.keys(code + "<enter>")
      let progress = try await tmux.waits("the summary") { $0.contains(" of 200: ") }
      #expect(progress.contains("waiting"))
      let screen = try await tmux.waits("the end", within: .seconds(60)) {
        $0.contains("190 done, 10 refused, in ")
      }
      #expect(try await tmux.status() == 3)
      for number in 1...10 { #expect(screen.contains("closed-\(number) "), "\(screen)") }
      #expect(screen.contains("external ID 'ours'"), "\(screen)")
      #expect(served.calls("GetSessionToken").count == 1)
      #expect(served.calls("StartDeviceAuthorization").count == 1)
      #expect(served.mostInASecond <= 20)
      #expect(served.calls().count > 200)
      let recents = try await home.switchback("recent", "--json").json(as: [Recent].self)
      #expect(recents.count == 190)
    }
  }
}

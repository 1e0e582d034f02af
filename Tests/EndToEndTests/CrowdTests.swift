import Foundation
import Glibc
import Sandbox
import Secrets
import Subprocess
import Testing

/// A hundred processes that want one session at once.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct CrowdTests {
  private let count = 100

  private func crowd(
    _ home: Home, _ served: Served, of entry: String = "prod"
  ) async throws -> [Outcome] {
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      for _ in 0..<count {
        group.addTask {
          try await home.switchback(
            "credentials", entry, with: ["AWS_ENDPOINT_URL": served.url])
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
  }

  @Test func oneCallAndEqualAnswers() async throws {
    let home = try Home()
    try home.config(
      workplace("[profile prod]\nrole_arn = \(FakeAWS.role("Admin"))\nsource_profile = base\n"))
    try await Served.serving(.workplace()) { served in
      let outcomes = try await crowd(home, served)
      expectOneAnswer(outcomes)
      #expect(served.calls("AssumeRole").count == 1)
    }
  }

  /// As short as AWS makes them: less is left of it at once than we otherwise ask of a session.
  @Test func oneCallForASessionOfAQuarterOfAnHour() async throws {
    let home = try Home()
    try home.config(
      workplace(
        "[profile prod900]\nrole_arn = \(FakeAWS.role("Admin"))\nsource_profile = base\n"
          + "duration_seconds = 900\n"))
    try await Served.serving(.workplace()) { served in
      expectOneAnswer(try await crowd(home, served, of: "prod900"))
      #expect(served.calls("AssumeRole").count == 1)
    }
  }

  @Test func oneCodeForAll() async throws {
    let home = try Home()
    try codes(home, "echo asked >> \(home.path("asked"))")
    try await Served.serving(.workplace()) { served in
      let outcomes = try await crowd(home, served)
      expectOneAnswer(outcomes)
      #expect(try home.read("asked") == "asked\n")
      #expect(served.calls("AssumeRole").count == 1)
    }
  }

  /// The first to come has the lock, and waits for a code that never comes; others wait for the
  /// lock when it is killed.
  @Test func theHolderIsKilled() async throws {
    let home = try Home()
    let changes = try Changes(at: home.path("changes"))
    // Reading from it ends when the test lets go of it.
    let gate = try Changes(at: home.path("gate"))
    try codes(
      home,
      "mkdir \(home.path("first")) && exec < \(gate.path) && "
        + "echo here > \(changes.path) && read end"
    )
    try await Served.serving(.workplace()) { served in
      let environment = home.variables(["AWS_ENDPOINT_URL": served.url])
      let ended = try await Subprocess.run(
        .name("switchback"), arguments: ["credentials", "prod"],
        environment: .custom(environment), input: .none, output: .discarded, error: .discarded
      ) { holder in
        guard changes.wait(until: .now + .seconds(20)) else {
          throw NeverCame(what: "the holder of the lock", screen: "")
        }
        let openings = try Openings(in: home.path("cache/switchback/locks"))
        async let outcomes = crowd(home, served)
        #expect(await openings.reach(5))
        try holder.send(signal: .kill)
        return try await outcomes
      }
      withExtendedLifetime(gate) {}
      #expect(ended.terminationStatus.asShellsHaveIt == 137)
      expectOneAnswer(ended.closureResult)
      #expect(served.calls("AssumeRole").count == 1)
    }
  }

  private func expectOneAnswer(_ outcomes: [Outcome]) {
    #expect(outcomes.count == count)
    #expect(outcomes.first { $0.status != 0 } == nil)
    #expect(Set(outcomes.map(\.output)).count == 1)
  }

  /// `prod` wants a code, which a script prints after it has done something.
  private func codes(_ home: Home, _ first: String) throws {
    let code = try #require(oneTimeCode(seed: Secret("JBSWY3DPEHPK3PXP"), at: Date()))
    home.isSecret(code)
    try home.write("bin/code", "#!/bin/sh\n\(first)\necho \(code)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: home.path("bin/code"))
    try home.config(
      workplace(
        """
        [profile prod]
        role_arn = \(FakeAWS.role("Guarded"))
        source_profile = base
        mfa_serial = \(mayasPhone)
        mfa_process = \(home.path("bin/code"))
        """))
  }
}

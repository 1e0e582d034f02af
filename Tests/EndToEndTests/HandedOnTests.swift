import Foundation
import Sandbox
import Testing

/// What commands get of us besides their credentials, and what is left when we are killed.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct HandedOnTests {
  private func home() throws -> Home {
    let home = try Home()
    try home.config(
      workplace(
        """
        [profile prod]
        role_arn = \(FakeAWS.role("Admin"))
        source_profile = base
        region = eu-west-1
        """))
    return home
  }

  @Test(arguments: [
    ["exec", "prod"], ["exec", "prod", "--server"], ["exec", "prod", "--refresh"],
  ])
  func aCommandGetsNoDescriptorOfOurs(_ words: [String]) async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let list = "for f in /proc/$$/fd/*; do readlink $f || :; done"
      let outcome = try await home.run(
        ["switchback"] + words + ["--", "sh", "-c", list], with: ["AWS_ENDPOINT_URL": served.url])
      #expect(outcome.status == 0 && !outcome.output.isEmpty, "\(outcome)")
      for kind in ["socket:", "anon_inode:"] {
        #expect(!outcome.output.contains(kind), "\(outcome)")
      }
    }
  }

  @Test func aCommandGetsTheDescriptorsThatWeWereGiven() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let script = "exec 9>nine; switchback exec prod --server -- sh -c 'echo given >&9'"
      let outcome = try await home.run(
        ["bash", "-c", script], with: ["AWS_ENDPOINT_URL": served.url])
      #expect(outcome.status == 0, "\(outcome)")
      #expect(try home.read("work/nine") == "given\n")
    }
  }

  /// With the keys that they have.
  @Test func whatEachHasStartedEndsWithIt() async throws {
    let home = try home()
    try await Served.serving(.workplace()) { served in
      let script = """
        switchback each --entry prod -- sh -c 'sh -c "echo \\$\\$ >one; sleep 300; :" & echo $$ >two; wait' &
        while [ ! -s one ] || [ ! -s two ]; do sleep 0.05; done
        kill -9 $!
        for i in $(seq 200); do
          kill -0 $(cat one) 2>/dev/null || kill -0 $(cat two) 2>/dev/null || { echo gone; exit; }
          sleep 0.05
        done
        echo left
        """
      let outcome = try await home.run(
        ["bash", "-c", script], with: ["AWS_ENDPOINT_URL": served.url])
      #expect(outcome.output.contains("gone"), "\(outcome)")
    }
  }
}

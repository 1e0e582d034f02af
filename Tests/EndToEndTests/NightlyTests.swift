import Foundation
import Testing

/// The picker on terminals that are typed at, resized, stopped and slow to answer: a tenth of what
/// Tests/Nightly holds it against in a night.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct NightlyTests {
  @Test(arguments: ["signals", "stops", "answers", "resizes", "fuzz"])
  func aTenthOfANight(check: String) async throws {
    let script = Repository.root.appending(path: "Tests/Nightly/terminal.py").path
    let held = try await Home().run([
      Repository.pythonAnywhere, script, "--only", check, "--binary", Repository.binary ?? "",
      "--bytes", "100000", "--resizes", "1000",
    ])
    #expect(held.status == 0, "\(held.output)\(held.errors)")
  }
}

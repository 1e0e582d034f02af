import Foundation
import Testing

/// The man page, as its readers take it.
@Suite(.enabled(if: Repository.isBuilt && Repository.mandoc != nil), .timeLimit(.minutes(5)))
struct ManualTests {
  @Test func isRenderedWithoutAWarning() async throws {
    let home = try Home()
    let page = try await home.switchback("manual")
    #expect(page.status == 0 && page.errors.isEmpty, "\(page)")
    try home.write("work/switchback.1", page.output)
    let mandoc = try #require(Repository.mandoc)
    let lint = try await home.run([mandoc, "-Tlint", "-Wwarning", "switchback.1"])
    #expect(lint == Outcome(status: 0, output: "", errors: ""))
    let shown = try await home.run([mandoc, "-Tascii", "-O", "width=72", "switchback.1"])
    #expect(
      shown.output.contains("switchback export [options] <entry>") || shown.output.contains("\u{8}")
    )
  }
}

import Accounts
import Testing

/// Small texts that would take unlimited time, or overflow the stack, without limits.
@Suite(.timeLimit(.minutes(1)))
struct HostileYAMLTests {
  /// Each line contains the one before it twice; as a key it is hashed, which reads all of it.
  private static func doubling(_ lines: Int, _ line: (Int) -> String) -> String {
    "a0: &a0 [x]\n" + (1...lines).map { line($0) + "\n" }.joined()
  }

  static let bombs = [
    doubling(60) { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" } + "? *a60\n: x\n",
    doubling(60) { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" } + "*a60 : x\n",
    doubling(60) { "a\($0): &a\($0) {? *a\($0 - 1) : *a\($0 - 1)}" },
    doubling(60) { "a\($0): &a\($0) {? [*a\($0 - 1), *a\($0 - 1)] : x}" },
    doubling(60) { "a\($0): &a\($0) {[*a\($0 - 1), *a\($0 - 1)]: x}" },
    doubling(60) { "a\($0): &a\($0)\n  ? [*a\($0 - 1), *a\($0 - 1)]\n  : x" },
    doubling(60) { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1)]" },
    doubling(60) { "a\($0): &a\($0) {x: *a\($0 - 1), y: *a\($0 - 1)}" },
    "a: &a [" + String(repeating: "x, ", count: 5000) + "x]\nb: &b ["
      + String(repeating: "*a, ", count: 5000) + "*a]\nentries: [*b, *b, *b]\n",
    "&a [&b [&c [*a]], *b, *c]",
  ]

  @Test(arguments: bombs) func isRefusedWithItsLine(bomb: String) throws {
    for diagnostics in [
      Settings(yaml: bomb, file: "config.yaml").diagnostics,
      SchemeFile(yaml: bomb, file: "theme.yaml").diagnostics,
    ] {
      let said = try #require(diagnostics.first { $0.message.contains("not YAML") })
      #expect(said.origin.line >= 1)
    }
  }

  static let deep = [
    String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
    String(repeating: "- ", count: 100_000) + "x", String(repeating: "? ", count: 100_000),
    String(repeating: "[", count: 990) + String(repeating: "]", count: 990),
    String(repeating: "[ ']' ,", count: 990) + String(repeating: "]", count: 990),
    String(repeating: "{a: ", count: 900) + "x" + String(repeating: "}", count: 900),
    String(repeating: "- ", count: 900) + "x",
    (0..<900).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
    (0..<101).map { String(repeating: " ", count: $0) + "a:\n" }.joined()
      + String(repeating: " ", count: 101) + "- b",
    (0..<60).map {
      String(repeating: " ", count: $0) + "a:\n" + String(repeating: " ", count: $0) + "-\n"
    }.joined(),
    String(repeating: "[\n", count: 900) + String(repeating: "]\n", count: 900),
  ]

  @Test(arguments: deep) func isNotReadTooDeep(text: String) async throws {
    // On a thread with a small stack, as in the concurrency library.
    let diagnostics = await Task.detached { Settings(yaml: text, file: "config.yaml").diagnostics }
      .value
    #expect(diagnostics.contains { $0.message.contains("not YAML") })
  }

  @Test func whatPeopleWriteIsRead() {
    let yaml = """
      # ------------------------------------------------------------------------------ [[[[[[[
      defaults: &d {color: red, confirm: true}
      entries:
      \((0..<2000).map { "  - {name: e\($0), display: \"AT&T *\($0)* [x\", color: red}" }.joined(separator: "\n"))
        - &last
          name: last
        - *last
      rules:
        - match: "*prod*"
          color: red
      """
    let settings = Settings(yaml: yaml, file: "config.yaml")
    #expect(!settings.diagnostics.contains { $0.message.contains("not YAML") })
    #expect(settings.entries.count >= 2000)
    #expect(settings.rules.count == 1)
  }

  @Test func ofABlockScalarNothingIsTakenForAnAlias() {
    let yaml = "shell: &s |\n  *a : x\n  &b *c\ntheme: *s\n"
    let settings = Settings(yaml: yaml, file: "config.yaml")
    #expect(!settings.diagnostics.contains { $0.message.contains("not YAML") })
  }
}

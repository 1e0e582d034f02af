import Testing

/// Tables and sentences on a terminal, and the same for scripts.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct TablesTests {
  private func home() throws -> Home {
    let home = try Home()
    try home.config(
      storedKeys("base", more: "display_name = The source of all\ngroup = core")
        + "[profile prod]\nrole_arn = arn:aws:iam::111111111111:role/Administrator\n"
        + "source_profile = base\nregion = eu-west-1\n"
        + "[profile lost]\nrole_arn = arn:aws:iam::111111111111:role/Other\n"
        + "source_profile = nowhere\n")
    return home
  }

  private func shown(
    _ home: Home, _ command: String..., columns: Int = 100, with environment: [String: String] = [:]
  ) async throws -> (text: String, styled: String) {
    let tmux = try await Tmux(
      home, ["sh", "-c", "echo; echo; exec \"$@\"", "sh", "switchback"] + command,
      size: .init(columns: columns, rows: 40), with: environment)
    _ = try await tmux.status()
    // tmux says below that the program has ended, which may scroll.
    let text = try await tmux.screen().drop(while: \.isNewline)
    return (
      String(text.prefix(upTo: text.firstRange(of: "Pane is dead")?.lowerBound ?? text.endIndex)),
      try await tmux.screen(styled: true)
    )
  }

  @Test func listHasAHeaderGroupsAndColoursOnATerminalAlone() async throws {
    let home = try home()
    let (text, styled) = try await shown(home, "list")
    let lines = text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
    #expect(
      lines.prefix(4) == [
        "NAME DISPLAY NAME GROUP ACCOUNT ROLE REGION STATE",
        "base The source of all core eu-west-1",
        "prod 111111111111 Administrator eu-west-1", "lost 111111111111 Other broken",
      ], "\(text)")
    #expect(styled.contains("48;5;") && styled.contains("[31m"))
    let plain = try await shown(home, "list", with: ["NO_COLOR": "1"])
    #expect(!plain.styled.contains("48;5;") && !plain.styled.contains("[31m"))
    let narrow = try await shown(home, "list", columns: 40)
    #expect(narrow.text.hasPrefix("  NAME  ") && narrow.text.contains("ACCOUNT"))
    #expect(!narrow.text.contains("REGION"))
    let piped = try await home.switchback("list")
    #expect(
      piped.output == """
        base  The source of all                               eu-west-1
        prod                     111111111111  Administrator  eu-west-1
        lost                     111111111111  Other                     broken

        """)
  }

  @Test func checkHasTheReasonsBelowAndWrapped() async throws {
    let home = try home()
    let (text, _) = try await shown(home, "check", "base", "lost", columns: 60)
    let lines = text.split(separator: "\n")
    #expect(lines.first?.contains("ENTRY") == true && lines.first?.contains("RESULT") == true)
    let reasons = lines.filter { $0.hasPrefix("    ") }
    #expect(reasons.count > 1 && lines.allSatisfy { $0.count <= 60 })
    #expect(text.replacing("\n    ", with: " ").contains("names source_profile 'nowhere'"))
    let piped = try await home.switchback("check", "lost")
    #expect(piped.output.hasPrefix("lost  fails  "), "\(piped)")
  }

  @Test func recentAndEachHaveTables() async throws {
    let home = try home()
    _ = try await home.switchback("exec", "base", "--", "false")
    let (recent, _) = try await shown(home, "recent")
    #expect(recent.contains(/WHEN +HOW +ENTRY +RESULT/) && recent.contains("exit 1"), "\(recent)")
    let piped = try await home.switchback("recent").output
    #expect(piped.hasSuffix("ended with 1\n") && !piped.contains("WHEN"))
    let (each, _) = try await shown(
      home, "each", "--entry", "base", "--entry", "lost", "--", "true")
    #expect(each.contains(/ENTRY +RESULT +TIME/), "\(each)")
    #expect(each.contains(/base +done/) && each.contains(/lost +refused/), "\(each)")
    #expect(each.contains("\n    Profile 'lost'"), "\(each)")
    let quiet = try await home.switchback("each", "--entry", "base", "--", "true")
    #expect(!quiet.errors.contains("ENTRY") && quiet.errors.contains("base  done"))
  }

  @Test func aGroupThatIsNotThereIsSaidWithThoseThatAre() async throws {
    let refused = try await home().switchback("each", "--group", "cor", "--", "true")
    #expect(
      refused.refuses(1, saying: "No entry is in the group 'cor'. Groups: core."), "\(refused)")
  }

  @Test func longSentencesAreBrokenAtWords() async throws {
    let home = try home()
    let (text, _) = try await shown(home, "export", "lost", columns: 40)
    let sentence = text.split(separator: "\n").joined(separator: " ")
    #expect(sentence.contains("source_profile 'nowhere', which does not exist."), "\(text)")
    let whole = try await home.switchback("export", "lost")
    #expect(whole.errors.split(separator: "\n").count == 1, "\(whole)")
    let usage = try await shown(
      home, "exec", "base", columns: 50)
    #expect(usage.text.contains("\nUsage: switchback exec [<options>] <entry> --"))
  }
}

import Testing

/// An entry changed in the picker, on a real terminal, and what its files say then.
///
/// Skipped where nothing is built: Tests/all builds first.
@Suite(.enabled(if: Repository.isBuilt), .serialized, .timeLimit(.minutes(5)))
struct EditEntryTests {
  private let settings = """
    # mine
    sort: file      # as I wrote them
    entries:
      - {name: beta, color: blue}   # flow
      - name: alpha # n
        display: First of all   # d
        shortcut: q

    # the end, without a line's end
    """

  private func home() throws -> Home {
    let home = try Home()
    try home.config(["alpha", "beta", "gamma"].map { storedKeys($0) }.joined())
    try home.write("config/switchback/config.yaml", settings)
    return home
  }

  private func file(_ home: Home) throws -> String {
    try home.read("config/switchback/config.yaml")
  }

  @Test func isSeenIsWrittenAndIsUndoneToTheByte() async throws {
    let home = try home()
    let tmux = try await Tmux(home, "switchback")
    try await tmux.waits(for: "First of all")
    try await tmux.keys("<alt-e><ctrl-u>Alpha: new<tab><right><tab>team<enter>")
    try await tmux.waits(for: "changed: name, colour and group of Alpha: new")
    try await tmux.waits { $0.contains("Alpha: new") && !$0.contains("First of all") }
    let expected = settings.replacing("First of all   #", with: "\"Alpha: new\"   #")
      .replacing("    shortcut: q\n", with: "    color: red\n    shortcut: q\n    group: team\n")
    #expect(try file(home) == expected)
    let list = try await home.switchback("list", "--json")
    #expect(list.output.contains("\"display_name\": \"Alpha: new\""), "\(list)")
    try await tmux.keys("<alt-u>")
    try await tmux.waits(for: "undone: name, colour and group of First of all")
    #expect(try file(home) == settings)
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
  }

  @Test func whatIsTypedAtOnceIsAllDone() async throws {
    let home = try home()
    let tmux = try await Tmux(home, "switchback")
    try await tmux.waits(for: "First of all")
    // The shell wears what was written a moment ago.
    try await tmux.keys("<alt-e><ctrl-u>Renamed<enter><enter>")
    try await tmux.waits(for: "ready>")
    #expect(try await tmux.types("printenv SWITCHBACK_LABEL").output == "Renamed\n")
    #expect(try file(home) == settings.replacing("First of all", with: "Renamed"))
  }

  @Test func whatWasPinnedIsPinnedHoweverSoonOneLeaves() async throws {
    let home = try home()
    let tmux = try await Tmux(home, "switchback")
    try await tmux.waits(for: "beta")
    try await tmux.keys("gamma<alt-i><ctrl-c>")
    #expect(try await tmux.status() == 130)
    let again = try await Tmux(home, "switchback")
    let screen = try await again.waits { $0.contains("pinned") && $0.contains("beta") }
    let entries = screen.split(separator: "\n").filter { $0.contains { "▌▏".contains($0) } }
    #expect(entries.first?.contains("gamma") == true, "\(screen)")
  }

  @Test func aFileThatChangedMeanwhileIsLeftAlone() async throws {
    let home = try home()
    let tmux = try await Tmux(home, "switchback")
    try await tmux.waits(for: "First of all")
    try await tmux.keys("<alt-e><ctrl-u>Mine<enter>")
    try await tmux.waits(for: "changed: name of Mine")
    let theirs = try file(home) + "\n# theirs\n"
    try home.write("config/switchback/config.yaml", theirs)
    try await tmux.keys("<alt-u>")
    try await tmux.waits(for: "Could not undo the last change")
    #expect(try file(home) == theirs)
  }
}

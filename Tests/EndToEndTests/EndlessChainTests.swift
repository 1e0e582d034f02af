import Foundation
import Testing

/// Role chains that are longer than anybody's are said to be, by every command, and in the picker.
@Suite(.enabled(if: Repository.isBuilt), .timeLimit(.minutes(5)))
struct EndlessChainTests {
  private func home() throws -> Home {
    let home = try Home()
    try home.config(
      oneRole
        + (0..<5000).map {
          "[profile c\($0)]\nrole_arn = arn:aws:iam::111111111111:role/R\nsource_profile = c\($0 + 1)\n"
        }.joined()
        + "[profile c5000]\nrole_arn = arn:aws:iam::111111111111:role/R\nsource_profile = base\n")
    return home
  }

  @Test(arguments: [
    "explain c0", "credentials c0", "exec c0 -- true", "export c0", "shell c0", "explain c4000",
  ])
  func areRefused(command: String) async throws {
    let home = try home()
    let ended = try await home.run(["switchback"] + command.split(separator: " ").map(String.init))
    #expect(
      ended.refuses(2, saying: "more than 100 roles", "source_profile", "config:"), "\(ended)")
  }

  @Test func areListedAndTold() async throws {
    let home = try home()
    let list = try await home.switchback("list")
    #expect(list.status == 0 && list.output.contains("c5000"))
    let config = try await home.switchback("config")
    #expect(config.status == 0 && config.output.contains("'c0'"), "\(config)")
    #expect(config.output.contains("more than 100 roles"))
    let near = try await home.switchback("explain", "c4950")
    #expect(near.status == 0, "\(near)")
  }

  @Test func areToldInThePicker() async throws {
    let tmux = try await Tmux(try home(), "switchback", "^c0$")
    try await tmux.waits(for: "c0")
    try await tmux.keys("<enter>")
    try await tmux.waits(for: "100 roles")
    try await tmux.keys("<ctrl-c>")
    #expect(try await tmux.status() == 130)
    #expect(try tmux.damage() == [])
  }
}

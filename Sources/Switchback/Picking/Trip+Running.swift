import Accounts
import Shells

extension PickerSession {
  /// Runs a command as each of the entries that were marked in the picker, as `each` does; gives its status.
  ///
  /// The command is for the user's own shell, which knows its pipes and quotes.
  func runCommand(
    _ command: String, as entries: [String], _ settings: Settings, _ world: World
  ) async throws -> Int32 {
    let words = [try shellPath(shell.path, settings, world.environment), "-c", command]
    let job = try await BatchJob(
      .selected(Selection(names: entries)), command: words, choice: request.choice, world)
    try job.checkProtection()
    try confirmBatch(job.entries, toRun: [command], given: nil, world)
    return try await job.run(
      BatchOptions(
        reporting: .whole, parallel: 8, failsFast: false, isVerbose: false,
        delivery: shell.delivery))
  }

  /// Waits until the user has seen what a command printed; true for Enter, which opens the picker again.
  func waitsForEnter(_ world: World) -> Bool {
    (try? world.prompter.ask("Press Enter for the picker, Ctrl-D to end: ", true)) != nil
  }
}

extension LastRun {
  /// The command as it can be typed: what a shell was given, else its words, quoted.
  var line: String {
    if command.count == 3, command[1] == "-c" { return command[2] }
    return command.map(posixQuotedIfNeeded).joined(separator: " ")
  }
}

import Credentials
import Subprocess

/// Runs a command through `sh -c`, gives its output, and ends it when it takes too long.
///
/// Its error output is kept for the message, since a picker may own the screen.
func runThroughShell(_ command: String, seconds: Int) async throws -> String {
  try await withThrowingTaskGroup(of: String.self) { group in
    group.addTask {
      let ended = try await Subprocess.run(
        .name("sh"), arguments: ["-c", command], input: .none,
        output: .string(limit: 65_536), error: .string(limit: 65_536))
      guard ended.terminationStatus.isSuccess else {
        throw CommandFailure.failed(
          status: "\(ended.terminationStatus)",
          said: String(ended.standardError.prefix(500)))
      }
      return ended.standardOutput
    }
    group.addTask {
      try await Task.sleep(for: .seconds(seconds))
      throw CommandFailure.timedOut(seconds: seconds)
    }
    defer { group.cancelAll() }
    return try await group.next() ?? ""
  }
}

import Foundation
import Subprocess

/// How a program ended, and what it said.
struct Outcome: Equatable {
  /// As a shell has it: 128 + n where signal n ended it.
  var status: Int32
  var output: String
  var errors: String
}

extension Outcome {
  /// Standard output as JSON.
  func json<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
    try JSONDecoder().decode(type, from: Data(output.utf8))
  }

  /// True of a refusal as design section 5 wants it: this status, nothing on standard output, and
  /// on standard error a sentence that holds every one of these words.
  func refuses(_ status: Int32, saying words: String...) -> Bool {
    self.status == status && output.isEmpty && errors.utf8.count < 4_100
      && words.allSatisfy { errors.localizedCaseInsensitiveContains($0) }
  }
}

extension TerminationStatus {
  var asShellsHaveIt: Int32 {
    switch self {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }
}

extension Home {
  /// Runs `switchback` to its end, without a terminal.
  func switchback(
    _ arguments: String..., with environment: [String: String] = [:], input: String = ""
  ) async throws -> Outcome {
    try await run(["switchback"] + arguments, with: environment, input: input)
  }

  /// Switches a shell to an entry, which ends at once, so that the history has it.
  @discardableResult
  func switches(to entry: String) async throws -> Outcome {
    try await switchback("shell", entry, "--shell", "/bin/true")
  }

  /// Runs a program to its end, in a session of its own so that it has no controlling terminal.
  func run(
    _ command: [String], with environment: [String: String] = [:], input: String = ""
  ) async throws -> Outcome {
    var options = PlatformOptions()
    options.createSession = true
    let ended = try await Subprocess.run(
      .name("env"), arguments: Arguments(["-C", path("work")] + command),
      environment: .custom(variables(environment)), platformOptions: options,
      input: .string(input), output: .string(limit: 1 << 26), error: .string(limit: 1 << 20))
    learnSecrets(from: ended.standardOutput)
    expectNoSecret(in: ended.standardError)
    return Outcome(
      status: ended.terminationStatus.asShellsHaveIt, output: ended.standardOutput,
      errors: ended.standardError)
  }

  func variables(_ more: [String: String] = [:]) -> [Environment.Key: String] {
    let pairs = environment.merging(more) { $1 }.compactMap { name, value in
      Environment.Key(rawValue: name).map { ($0, value) }
    }
    return Dictionary(pairs) { $1 }
  }
}

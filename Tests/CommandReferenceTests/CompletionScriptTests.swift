import CommandReference
import Foundation
import Testing

/// The completion scripts, as files and with a program.
struct CompletionScriptTests {
  @Test(arguments: CompletingShell.allCases)
  func theShellCanReadIt(_ shell: CompletingShell) throws {
    for text in try texts(shell) {
      #expect(try complaint("/usr/bin/\(shell.rawValue)", ["-n"], of: text) == "")
    }
  }

  /// shellcheck knows neither zsh nor fish.
  @Test func shellcheckFindsNothing() throws {
    for text in try texts(.bash) {
      #expect(try complaint("/usr/bin/shellcheck", ["-s", "bash", "-f", "gcc"], of: text) == "")
    }
  }

  @Test(arguments: CompletingShell.allCases)
  func theProgramIsAWordOfTheShell(_ shell: CompletingShell) {
    let text = completions(for: shell, program: "/opt/it's @PROGRAM@")
    #expect(text.contains("s @PROGRAM@' __complete \(shell.rawValue)"))
  }

  private func texts(_ shell: CompletingShell) throws -> [String] {
    let root = (0..<3).reduce(URL(filePath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }
    let file = "Sources/CommandReference/Scripts/completion.\(shell.rawValue)"
    return [
      try String(contentsOf: root.appending(path: file), encoding: .utf8),
      completions(for: shell), completions(for: shell, program: "/opt/it's/switchback"),
    ]
  }

  /// The output of a program about a script; empty if it succeeds or is not installed.
  private func complaint(_ program: String, _ options: [String], of text: String) throws -> String {
    guard FileManager.default.isExecutableFile(atPath: program) else { return "" }
    let file = FileManager.default.temporaryDirectory.appending(path: "script-\(UUID())")
    try text.write(to: file, atomically: true, encoding: .utf8)
    defer { try? FileManager.default.removeItem(at: file) }
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: program)
    process.arguments = options + [file.path]
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? "" : String(decoding: output, as: UTF8.self)
  }
}

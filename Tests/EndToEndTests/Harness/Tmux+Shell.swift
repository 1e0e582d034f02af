import Foundation

extension Tmux {
  /// Types a command at the shell's prompt, and waits for it to end.
  ///
  /// What it says goes to files, since a screen would wrap it.
  func types(_ command: String) async throws -> Outcome {
    typed += 1
    let folder = name + "/typed-\(typed)"
    try home.write(folder, "")
    let said = home.path(folder)
    try await keys("<ctrl-u>")
    try await tmux([
      "send-keys", "-l",
      "\(command) > \(said).output 2> \(said).errors; printf '\\nended-%s-%s.\\n' \(typed) $?",
    ])
    try await keys("<enter>")
    let mark = "ended-\(typed)-"
    let screen = try await waits("the end of \(command)") { $0.contains(mark) }
    let status = screen.components(separatedBy: mark).last?.prefix { $0 != "." } ?? ""
    return Outcome(
      status: Int32(status) ?? -1, output: try home.read(folder + ".output"),
      errors: try home.read(folder + ".errors"))
  }
}

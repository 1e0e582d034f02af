import Foundation
import Glibc
import Shells

/// A subshell on a terminal of its own, with a home of its own.
final class RealShell {
  static let all = ["bash", "zsh", "fish", "dash"].compactMap(found)
  /// The shells that can run commands before each prompt.
  static let prompting = all.filter { !$0.hasSuffix("dash") }

  let home: Folder
  /// The directory of its start-up files.
  let directory: String
  let isFish: Bool
  private let terminal: Int32
  private let process: pid_t
  private(set) var written: [UInt8] = []
  private var taken = 0
  private var hasEnded = false

  /// Starts a shell whose user's start-up file ends with `rc`.
  ///
  /// Other `files` are in the home, and `environment` is added to a small one. `script` is the text
  /// of our own program, and `pipe` the name of a pipe in the home.
  init(
    _ shell: String, _ identity: Identity = .sample(), rc: String = "",
    files: [String: String] = [:], environment: [String: String] = [:], folder: String = "private",
    script: String? = nil, pipe: String? = nil
  ) throws {
    home = try Folder()
    directory = home.path + "/" + folder
    let usual = usersFiles(of: shell, endingWith: rc)
    for (name, text) in usual.merging(files, uniquingKeysWith: { $1 }) {
      try home.write(name, text)
    }
    if let script { try home.script("switchback", script) }
    if let pipe { mkfifo(home.path + "/" + pipe, 0o600) }
    isFish = shell.hasSuffix("fish")
    try FileManager.default.createDirectory(atPath: directory, withIntermediateDirectories: true)
    let base = [
      "HOME": home.path, "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LANG": "C.UTF-8",
      "ENV": "$HOME/.shrc",
    ].merging(environment) { $1 }
    let child = subshell(
      shell, for: identity, environment: childEnvironment(base, for: identity),
      directory: directory, program: home.path + "/switchback")
    for file in child.files { try home.write(folder + "/" + file.name, file.contents) }
    let (master, path) = try openTerminal()
    terminal = master
    process = try spawn(child, on: path, in: home.path)
  }

  var syntax: ShellSyntax { isFish ? .fish : .posix }
  /// The file in which it looks for a pending switch.
  var handover: String { directory + "/" + syntax.handoverName }
  /// The last command's status, as a word of the shell.
  var status: String { isFish ? "$status" : "$?" }

  /// Types a line at the prompt.
  func type(_ line: String) {
    let bytes = Array((line + "\r").utf8)
    _ = write(terminal, bytes, bytes.count)
  }

  /// The output since the last call, up to `text`, without escape sequences.
  @discardableResult func read(until text: String) throws -> String {
    while true {
      let shown = withoutEscapes(written[taken...])
      if let found = shown.range(of: text) {
        taken = written.count
        return String(shown[..<found.upperBound])
      }
      guard readMore() else { throw Silence(awaited: text, shown: shown) }
    }
  }

  /// Types a command, and returns the output up to `text`.
  @discardableResult
  func run(_ command: String, until text: String) throws -> String {
    type(command)
    return try read(until: text)
  }

  /// The exit status of the shell; 128 + n for signal n.
  func end(_ command: String = "exit 0") -> Int32 {
    type(command)
    while readMore() {}
    var status: Int32 = 0
    waitpid(process, &status, 0)
    hasEnded = true
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// False if nothing came for ten seconds, or the terminal's other side is closed.
  private func readMore() -> Bool {
    var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, 10_000) > 0 else { return false }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(terminal, &bytes, bytes.count)
    if count > 0 { written += bytes[..<count] }
    return count > 0
  }

  deinit {
    if !hasEnded {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    close(terminal)
  }
}

struct Silence: Error, CustomStringConvertible {
  var awaited: String
  var shown: String
  var description: String {
    "waited for \(awaited.debugDescription), saw \(shown.debugDescription)"
  }
}

private func found(_ shell: String) -> String? {
  ["/bin/", "/usr/bin/", "/usr/local/bin/"].map { $0 + shell }.first { access($0, X_OK) == 0 }
}

/// The text between escape sequences: control sequences, title strings, and the short ones.
func withoutEscapes(_ bytes: some Collection<UInt8>) -> String {
  String(decoding: bytes, as: UTF8.self)
    .replacing(/\u{1B}\][^\u{07}\u{1B}]*(\u{07}|\u{1B}\\)/, with: "")
    .replacing(/\u{1B}\[[0-?]*[ -\/]*[@-~]/, with: "")
    .replacing(/\u{1B}[()][0B]|\u{1B}[=>78M]/, with: "")
}

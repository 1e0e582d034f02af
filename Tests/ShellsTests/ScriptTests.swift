import Foundation
import Testing
@testable import Shells

/// The scripts, as files and with values, checked by the shells that read them and by shellcheck.
struct ScriptTests {
  @Test func thereAreScriptsForEachShell() throws {
    #expect(Script.files.count == 19)
    #expect(Set(Script.all.map(\.kind)) == ["bash", "zsh", "fish", "sh"])
    #expect(Script.all.count > 50)
  }

  @Test(.enabled(if: Tool.bash.exists), arguments: Script.all(["bash", "sh"]))
  func bashCanParse(_ script: Script) throws {
    #expect(try Tool.bash.complaint(of: script, ["-n"]) == "")
  }

  @Test(.enabled(if: Tool.zsh.exists), arguments: Script.all(["zsh"]) + Script.files(["sh"]))
  func zshCanParse(_ script: Script) throws {
    #expect(try Tool.zsh.complaint(of: script, ["-n"]) == "")
  }

  @Test(.enabled(if: Tool.dash.exists), arguments: Script.all(["sh"]))
  func dashCanParse(_ script: Script) throws {
    #expect(try Tool.dash.complaint(of: script, ["-n"]) == "")
  }

  @Test(.enabled(if: Tool.fish.exists), arguments: Script.all(["fish"]))
  func fishCanParse(_ script: Script) throws {
    #expect(try Tool.fish.complaint(of: script, ["--no-execute"]) == "")
  }

  /// shellcheck knows neither zsh nor fish.
  @Test(.enabled(if: Tool.shellcheck.exists), arguments: Script.all(["bash", "sh"]))
  func shellcheckFindsNothing(_ script: Script) throws {
    let codes = Self.excludedCodes.map { "\($0)" }.joined(separator: ",")
    let options = ["-s", script.kind, "-e", codes, "-f", "gcc"]
    #expect(try Tool.shellcheck.complaint(of: script, options) == "")
  }

  private static let excludedCodes = [
    // Variables that another piece, or the user's shell, sets or reads.
    2034, 2154,
    // Files that the user has, or that are written later.
    1090, 1091,
    // References in PS1 are expanded at each prompt; PS1 itself is tried in a subshell.
    2016, 2030, 2031,
    // A placeholder in the place of a printf format, a list or a condition.
    2182, 2043, 2157,
    // `A && B || C`, in which B cannot fail.
    2015,
    // `command` and `builtin` as values.
    2209,
    // BASH_SUBSHELL has a default for other shells.
    3028,
    // Quoted text that ends in a backslash, as in `\]`.
    1003,
  ]

  @Test(arguments: Script.files)
  func eachPlaceholderIsKnown(_ script: Script) {
    let names = script.text.matches(of: /@([A-Z_]+)@/).map { String($0.1) }
    for name in names {
      #expect(ShellScript.Placeholder(rawValue: name) != nil, "\(name)")
    }
  }

  @Test func eachPlaceholderIsInAScript() {
    let text = Script.files.map(\.text).joined() + "@PROGRAM@"
    for placeholder in ShellScript.Placeholder.allCases {
      #expect(text.contains("@\(placeholder.rawValue)@"), "\(placeholder)")
    }
  }

  @Test(arguments: Script.rendered)
  func noPlaceholderIsLeft(_ script: Script) {
    #expect(!script.text.contains(/@[A-Z_]+@/))
  }

  @Test func aValueIsNotSearchedForPlaceholders() {
    let script = ShellScript(Array("a @FILE@ @PROGRAM@ $@ @x@ @FILE@@FILE@ @".utf8))
    let filled = script.filled([.file: "@PROGRAM@", .program: "p"])
    #expect(filled == "a @PROGRAM@ p $@ @x@ @PROGRAM@@PROGRAM@ @")
  }

  @Test func literalsAgreeWithTheSyntax() throws {
    let (posix, fish) = (ShellSyntax.posix, ShellSyntax.fish)
    let take = try Script.file("posix-take.sh")
    #expect(take.contains("in \(posix.handoverFiles); do"))
    #expect(take.contains(posix.isOwnFolder(#""$__switchback_folder""#)))
    #expect(take.contains(posix.isOwnFile(#""$__switchback_file""#)))
    #expect(take.contains(posix.activeLabelNote))
    #expect(try Script.file("posix-exit.sh").contains(posix.isOwnFolder("@DIRECTORY@")))
    let hook = try Script.file("fish-hook.fish")
    #expect(hook.contains("in \(fish.handoverFiles)\n"))
    #expect(hook.contains(fish.isOwnFolder(#""$folder""#)))
    #expect(hook.contains(fish.isOwnFile(#""$folder/$file""#)))
    #expect(hook.contains(fish.activeLabelNote))
    #expect(try Script.file("fish-exit.fish").contains(fish.isOwnFolder("@DIRECTORY@")))
    for name in ["bash-hook.bash", "zsh-hook.zsh", "fish-hook.fish", "posix-hook.sh"] {
      #expect(try Script.file(name).contains(hookMarker), "\(name)")
    }
  }
}

/// A text of shell code and the extension of its kind.
struct Script: Sendable, CustomTestStringConvertible {
  var name: String
  var kind: String
  var text: String

  var testDescription: String { name }

  /// As they are in `Scripts`.
  static let files: [Script] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted().compactMap { name in
      let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
      let kind = name.split(separator: ".").last.map(String.init) ?? ""
      return text.map { Script(name: name, kind: kind, text: $0) }
    }
  }()

  /// With harmless values, and as the shells get them.
  static let rendered = filled + startUpFiles + initScripts

  static let all = files + rendered

  static func all(_ kinds: Set<String>) -> [Script] { all.filter { kinds.contains($0.kind) } }

  static func files(_ kinds: Set<String>) -> [Script] { files.filter { kinds.contains($0.kind) } }

  static func file(_ name: String) throws -> String {
    try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
  }

  private static let folder =
    (0..<3).reduce(URL(filePath: #filePath)) { url, _ in
      url.deletingLastPathComponent()
    }.path + "/Sources/Shells/Scripts"

  private static let filled = files.map { file in
    let raw: Set<ShellScript.Placeholder> = [.badgeSGR, .exitSequence, .login, .more]
    let values = ShellScript.Placeholder.allCases.map { ($0, raw.contains($0) ? "" : ":") }
    return Script(
      name: "filled " + file.name, kind: file.kind,
      text: ShellScript(Array(file.text.utf8)).filled(Dictionary(uniqueKeysWithValues: values)))
  }

  private static let startUpFiles = ["bash", "zsh", "fish", "dash", "ksh"].flatMap { shell in
    ["dumb", "xterm-256color"].flatMap { terminal in
      let identity = Identity.sample(depth: 2)
      let kind = ["dash", "ksh"].contains(shell) ? "sh" : shell
      return subshell(
        "/bin/" + shell, for: identity,
        environment: childEnvironment(["TERM": terminal], for: identity), directory: "/tmp/it's",
        program: "/usr/bin/switchback", isLogin: terminal == "dumb"
      ).files.map { Script(name: "\(shell) \(terminal) \($0.name)", kind: kind, text: $0.contents) }
    }
  }

  private static let initScripts = [
    ("bash", InitScript.Shell.bash), ("zsh", .zsh), ("fish", .fish),
  ].flatMap { kind, shell in
    [true, false].map { ownsFolder in
      let script = InitScript(
        shell, program: "/usr/bin/switchback", folder: "/tmp/it's", ownsFolder: ownsFolder,
        completions: "", environment: ["TERM": "xterm-256color"])
      return Script(name: "init \(kind) \(ownsFolder)", kind: kind, text: script.text)
    }
  }
}

/// A program that checks scripts.
private enum Tool: String {
  case bash, zsh, dash, fish, shellcheck

  private var path: String { "/usr/bin/" + rawValue }

  var exists: Bool { FileManager.default.isExecutableFile(atPath: path) }

  /// The output of the tool; empty if it succeeds.
  func complaint(of script: Script, _ options: [String]) throws -> String {
    let folder = try Folder()
    try folder.write("script", script.text)
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: path)
    process.arguments = options + [folder.path + "/script"]
    (process.standardOutput, process.standardError) = (pipe, pipe)
    try process.run()
    let output = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    let text = String(decoding: output, as: UTF8.self)
    return process.terminationStatus == 0 ? "" : "\(process.terminationStatus): \(text)"
  }
}

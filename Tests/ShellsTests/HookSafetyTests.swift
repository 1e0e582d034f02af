import Canvas
import Foundation
import Glibc
import Shells
import Testing

/// Hooks with users' options, aliases and wrapped prompts: each test checks the entry and the
/// label.
struct HookSafetyTests {
  private static let dev = Identity.sample("Development", entry: "dev", color: .rgb(0, 0x80, 0))

  /// Switches the shell to dev by the command, a script that leaves the handover of the test.
  private func switchToDev(_ shell: RealShell) throws {
    let handover = Handover(
      to: Self.dev, in: ["TERM": "xterm-256color", "SWITCHBACK_ENTRY": "prod"],
      syntax: shell.syntax, folder: shell.directory, confirmation: "it is dev now")
    try shell.home.write("waiting", handover.text)
    let said = try shell.run("switchback x", until: "USER> ")
    #expect(said.contains("it is dev now"), "\(said)")
    #expect(said.hasSuffix(" Development  USER> "), "\(said)")
  }

  private func switchOff(_ shell: RealShell, until prompt: String = "USER> ") throws {
    let handover = Handover.deactivating(
      ["TERM": "xterm-256color"], syntax: shell.syntax, folder: shell.directory,
      confirmation: "it is off"
    )
    try shell.home.write("waiting", handover.text)
    let said = try shell.run("switchback x", until: prompt)
    #expect(said.contains("it is off"), "\(said)")
    #expect(["USER> ", "(v) USER> "].contains(lastLine(said)), "\(said)")
  }

  private static let leaving = "mv \"$HOME/waiting\" \"$SWITCHBACK_HANDOVER\""

  private static let commands = [
    "[", "printf", "read", "local", "unset", "export", "eval", "test", "shopt", "declare", "trap",
    "mv", "rm",
    "rmdir", "date", "typeset", "emulate", "setopt", "zmodload", "unalias", "echo", "math",
    "contains", "disown",
  ]

  struct Case: CustomStringConvertible, Sendable {
    var shell: String
    var rc: String
    var description: String { "\(shell): \(rc.prefix(60))" }
  }

  private static let options: [(String, [String])] = [
    (
      "bash",
      [
        "set -eu", "set -C; shopt -s failglob nocaseglob", "set -o posix; set -eu",
        "set -eE; trap 'echo TRAPPED' ERR",
      ]
    ),
    (
      "zsh",
      [
        "setopt errexit nounset", "setopt warn_create_global warn_nested_var",
        "setopt noclobber ksharrays shwordsplit",
        "setopt posixbuiltins posixaliases nomatch",
        "setopt cshnullglob globsubst shfileexpansion errreturn",
      ]
    ),
    ("dash", ["set -eu", "set -C"]),
  ]

  private static var shadowed: [(String, [String])] {
    let posix =
      commands + ["set", "return", ".", "command", "builtin", "break", "false"]
    let aliases = posix.filter { $0 != "[" && $0 != ":" }.map { "alias \($0)='echo SHADOWED'" }
      .joined(separator: "\n")
    let functions = commands
    // Debian's own files for zsh call these in each line, and fish itself printf for its title.
    let zsh = functions.filter { !["printf", "emulate"].contains($0) }
    let fish = ["date", "mv", "rm", "rmdir", "disown"]
    return [
      (
        "bash",
        [
          aliases,
          functions.map { "function \($0) { builtin echo SHADOWED; }" }.joined(separator: "\n"),
        ]
      ),
      (
        "zsh",
        [
          aliases,
          zsh.map { "function '\($0)' { builtin echo SHADOWED }" }.joined(separator: "\n"),
          "alias -g dev=SHADOWED",
        ]
      ),
      ("dash", [aliases]),
      (
        "fish",
        [
          fish
            .map { "function \($0); builtin echo SHADOWED; end" }.joined(separator: "\n")
        ]
      ),
    ]
  }

  static var cases: [Case] {
    (options + shadowed).flatMap { name, files in
      files.filter { _ in RealShell.all.contains { $0.hasSuffix("/" + name) } }
        .map { Case(shell: name, rc: $0) }
    }
  }

  private func path(_ name: String) throws -> String {
    try #require(RealShell.all.first { $0.hasSuffix("/" + name) })
  }

  @Test(arguments: cases)
  func noAliasIsCalledAndNoOptionHasAnEffect(_ tried: Case) throws {
    let shell = try RealShell(try path(tried.shell), rc: tried.rc, script: Self.leaving)
    try shell.read(until: " Production, admin  USER> ")
    try switchToDev(shell)
    let entry = try shell.run("env | grep '^SWITCHBACK_ENTRY='", until: "USER> ")
    #expect(entry.contains("SWITCHBACK_ENTRY=dev"), "\(entry)")
    try switchOff(shell)
    _ = try shell.run("env | grep -c '^SWITCHBACK_ENTRY=' || true", until: "0")
    _ = shell.end()
    let written = String(decoding: shell.written, as: UTF8.self)
    for complaint in [
      "SHADOWED", "TRAPPED", "not found", "unbound", "parameter not set", "created globally",
      "no match", "cannot overwrite",
      "file exists", "rror",
    ] {
      #expect(!written.contains(complaint), "\(complaint): \(written)")
    }
  }

  /// The command passes the proof of the hook to our program alone, and an `exec` loses it.
  @Test(arguments: RealShell.all)
  func theProofOfTheHookDoesNotOutliveAnExec(_ path: String) throws {
    let shell = try RealShell(path, script: "echo \"<${SWITCHBACK_HOOK-none}/$PPID>\"")
    try shell.read(until: "USER> ")
    let pid = shell.isFish ? "$fish_pid" : "$$"
    let said = try shell.run("switchback; echo \"[\(pid)]\"", until: "USER> ")
    let proof = try #require(said.firstMatch(of: /<(\d+)\/(\d+)>/)?.output)
    #expect(proof.1 == proof.2 && said.contains("[\(proof.1)]"), "\(said)")
    #expect(try shell.run("env | grep -c SWITCHBACK_HOOK", until: "USER> ").contains("0"))
    _ = try shell.run("exec sh -c 'exec \"$HOME/switchback\"'", until: "<none/")
  }

  @Test(arguments: RealShell.prompting)
  func aVariableThatCannotBeChangedIsNotASwitch(_ path: String) throws {
    guard path.hasSuffix("bash") else { return }
    let shell = try RealShell(path, script: Self.leaving)
    try shell.read(until: "USER> ")
    _ = try shell.run("readonly AWS_SSO_PROFILE", until: "USER> ")
    let handover = Handover(
      to: Self.dev, in: ["TERM": "xterm-256color", "SWITCHBACK_ENTRY": "prod"],
      syntax: shell.syntax, confirmation: "it is dev now")
    try shell.home.write("waiting", handover.text)
    let said = try shell.run("switchback x; echo \"<$?>\"", until: "USER> ")
    #expect(
      said.contains("has not applied all of the switch to Development") && said.contains("<1>"),
      "\(said)")
    #expect(!said.contains("it is dev now") && said.contains("changed"), "\(said)")
  }

  @Test(arguments: RealShell.prompting)
  func theInitLineMayBeReadAgain(_ path: String) throws {
    let shell = try RealShell(path, script: Self.leaving)
    try shell.read(until: "USER> ")
    let kind: InitScript.Shell = shell.isFish ? .fish : path.hasSuffix("zsh") ? .zsh : .bash
    let script = InitScript(
      kind, program: shell.home.path + "/switchback", folder: shell.directory, ownsFolder: false,
      completions: "",
      environment: [
        "TERM": "xterm-256color", "SWITCHBACK_ENTRY": "prod",
        "SWITCHBACK_LABEL": "Production, admin",
      ])
    try shell.home.write("init", script.text)
    for _ in 1...3 {
      let prompt = try shell.run(
        shell.isFish ? "source ~/init" : "eval \"$(cat ~/init)\"", until: "USER> ")
      #expect(prompt.components(of: "Production, admin") == 1, "\(prompt)")
    }
    try switchToDev(shell)
    try switchOff(shell)
  }

  @Test(arguments: RealShell.all)
  func aPromptThatIsWrappedAndUnwrappedHasOneLabel(_ path: String) throws {
    let shell = try RealShell(path, script: Self.leaving)
    try shell.read(until: "USER> ")
    let (on, off) =
      shell.isFish
      ? (
        "functions -c fish_prompt _old; function fish_prompt; echo -n '(v) '; _old; end",
        "functions -e fish_prompt; functions -c _old fish_prompt; functions -e _old"
      ) : ("_old=$PS1; PS1=\"(v) $PS1\"; export PS1", "PS1=$_old")
    for _ in 1...2 {
      let wrapped = try shell.run(on, until: "USER> ")
      #expect(
        wrapped.components(of: "Production, admin") == 1 && wrapped.contains("(v) "), "\(wrapped)")
      let unwrapped = try shell.run(off, until: "USER> ")
      #expect(unwrapped.hasSuffix(" Production, admin  USER> "), "\(unwrapped)")
    }
    // The other tool restores the prompt of the former entry.
    _ = try shell.run(on, until: "USER> ")
    let handover = Handover(
      to: Self.dev, in: ["TERM": "xterm-256color", "SWITCHBACK_ENTRY": "prod"], syntax: shell.syntax
    )
    try shell.home.write("waiting", handover.text)
    _ = try shell.run("switchback x", until: "USER> ")
    let given = try shell.run(off, until: "USER> ")
    #expect(
      given.hasSuffix(" Development  USER> ") && given.components(of: "Development") == 1,
      "\(given)")
    _ = try shell.run(on, until: "USER> ")
    try switchOff(shell)
    _ = try shell.run(off, until: "USER> ")
    #expect(lastLine(try shell.run("true", until: "USER> ")) == "USER> ")
  }

  struct Fixed: CustomStringConvertible, Sendable {
    var shell: String
    var rc: String
    /// The sentence that is printed once.
    var sentence: String
    /// The text on the screen before the user's prompt, or after it.
    var label: String
    var description: String { "\(shell): \(rc)" }
  }

  static let fixed = [
    Fixed(
      shell: "bash", rc: "readonly PROMPT_COMMAND=true", sentence: "PROMPT_COMMAND is read-only",
      label: " Production, admin  USER> "),
    Fixed(
      shell: "bash", rc: "unset PROMPT_COMMAND; readonly PROMPT_COMMAND",
      sentence: "PROMPT_COMMAND is read-only", label: " Production, admin  USER> "),
    Fixed(
      shell: "bash", rc: "PROMPT_COMMAND=(true); readonly PROMPT_COMMAND",
      sentence: "PROMPT_COMMAND is read-only", label: " Production, admin  USER> "),
    Fixed(
      shell: "bash", rc: "readonly PS1", sentence: "PS1 is read-only",
      label: " Production, admin  \r\nUSER> "),
    Fixed(
      shell: "bash", rc: "readonly PS1 PROMPT_COMMAND=true",
      sentence: "PROMPT_COMMAND is read-only", label: " Production, admin  \r\nUSER> "),
    Fixed(
      shell: "zsh", rc: "readonly PROMPT", sentence: "PROMPT is read-only",
      label: " Production, admin "),
    Fixed(
      shell: "zsh", rc: "readonly PS1", sentence: "PROMPT is read-only",
      label: " Production, admin "),
    Fixed(
      shell: "zsh", rc: "readonly PROMPT RPROMPT", sentence: "PROMPT is read-only",
      label: " Production, admin  \r\n"),
    Fixed(
      shell: "zsh", rc: "typeset -gar psvar=(1)", sentence: "psvar is read-only",
      label: " Production, admin  \r\n"),
    Fixed(
      shell: "zsh", rc: "readonly precmd_functions", sentence: "",
      label: " Production, admin  USER> "),
    Fixed(shell: "dash", rc: "readonly PS1", sentence: "PS1 is read-only", label: "USER> "),
  ]

  @Test(arguments: fixed)
  func aPromptThatCannotBeChangedIsSaidOnce(_ tried: Fixed) throws {
    let shell = try RealShell(try path(tried.shell), rc: tried.rc, script: Self.leaving)
    try shell.read(until: "USER> ")
    for _ in 1...2 { try shell.run("true", until: "USER> ") }
    let handover = Handover(
      to: Self.dev, in: ["TERM": "xterm-256color", "SWITCHBACK_ENTRY": "prod"],
      syntax: shell.syntax, confirmation: "it is dev now")
    try shell.home.write("waiting", handover.text)
    #expect(try shell.run("switchback x", until: "USER> ").contains("it is dev now"))
    _ = try shell.run("echo \"<$SWITCHBACK_ENTRY>\"", until: "<dev>")
    _ = shell.end()
    let written = withoutEscapes(shell.written[...])
    #expect(written.contains(tried.label), "\(written)")
    #expect(
      written.contains(tried.label.replacing("Production, admin", with: "Development")),
      "\(written)")
    #expect(
      tried.sentence.isEmpty || written.components(of: "switchback: " + tried.sentence) == 1,
      "\(written)")
    #expect(
      !written.contains("readonly variable") && !written.contains("read-only variable"),
      "\(written)")
    #expect(!written.contains("is read only"), "\(written)")
  }
}

/// The last line, which a line editor can have written more than once.
private func lastLine(_ text: String) -> String {
  text.split { $0.isNewline || $0 == "\r" }.last.map(String.init) ?? ""
}

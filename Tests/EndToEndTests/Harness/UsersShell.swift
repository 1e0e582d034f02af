/// A shell as somebody has set it up, and how it is spoken to.
struct UsersShell: CustomStringConvertible, Sendable {
  var name: String
  var isLogin: Bool
  /// Whether its prompt is made anew before each line, as themes do.
  var rewrites: Bool

  /// Each shell, login and not, with a plain prompt and with one that is made anew.
  static let all = ["bash", "zsh", "fish", "dash"].flatMap { name in
    [false, true].flatMap { isLogin in
      [false, true].map { UsersShell(name: name, isLogin: isLogin, rewrites: $0) }
    }
  }

  var description: String {
    name + (isLogin ? ", login" : "") + (rewrites ? ", a prompt made anew" : "")
  }

  var isFish: Bool { name == "fish" }
  /// POSIX has nothing that runs before each prompt.
  var isPosix: Bool { name == "dash" }
  var status: String { isFish ? "$status" : "$?" }
  var pid: String { isFish ? "$fish_pid" : "$$" }

  /// Where it keeps its history; nil where it keeps none.
  var history: String? {
    switch name {
    case "bash": ".bash_history"
    case "zsh": ".zsh_history"
    case "fish": ".local/share/fish/fish_history"
    default: nil
    }
  }

  var environment: [String: String] {
    let ours = ["SHELL": "/usr/bin/" + name, "TERM": "xterm-256color"]
    return isPosix ? ours.merging(["ENV": "$HOME/.shrc"]) { $1 } : ours
  }

  /// The files of the user's own, by their names in the home folder: each login file exports
  /// `LOGIN`.
  var files: [String: String] {
    switch name {
    case "bash":
      let prompt = rewrites ? "t() { PS1='USER> '; }; PROMPT_COMMAND=t" : "PS1='USER> '"
      return [".bashrc": prompt + "\n", ".bash_profile": "export LOGIN=yes\n. ~/.bashrc\n"]
    case "zsh":
      let prompt = rewrites ? "precmd() { PROMPT='USER> ' }" : "PROMPT='USER> '"
      return [
        ".zshrc": "HISTFILE=~/.zsh_history HISTSIZE=99 SAVEHIST=99\n" + prompt + "\n",
        ".zprofile": "export LOGIN=yes\n",
      ]
    case "fish":
      let prompt = rewrites ? "echo -n 'US'; echo -n 'ER> '" : "echo -n 'USER> '"
      return [
        "../config/fish/config.fish": """
        function fish_greeting; end
        status is-login; and set -gx LOGIN yes
        function fish_prompt; \(prompt); end

        """,
        ".local/share/fish/generated_completions/none": "",
      ]
    default:
      return [".shrc": "PS1='USER> '\n", ".profile": "export LOGIN=yes\n"]
    }
  }
}

/// The user's own start-up files: a mark, a prompt, and `rc`.
func usersFiles(of shell: String, endingWith rc: String) -> [String: String] {
  switch shell.split(separator: "/").last {
  case "zsh": [".zshrc": "export READ=zsh\nPROMPT='USER> '\n\(rc)\n"]
  case "fish":
    [
      ".config/fish/config.fish": """
      set -gx READ fish
      function fish_greeting; end
      function fish_prompt; echo -n 'USER> '; end
      \(rc)

      """,
      // Otherwise fish reads every manual page.
      ".local/share/fish/generated_completions/none": "",
    ]
  case "bash": [".bashrc": "export READ=bash\nPS1='USER> '\n\(rc)\n"]
  default: [".shrc": "export READ=dash\nPS1='USER> '\n\(rc)\n"]
  }
}

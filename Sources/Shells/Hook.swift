import Canvas
import Text

/// The variable by which the hook of a shell says that it called our program.
///
/// Its value is the shell's process ID. It is given to our program alone and never exported: an
/// `exec` keeps the process and everything that is exported, but not the hook.
package let hookMarker = "SWITCHBACK_HOOK"

/// Our functions in a shell, which keep its label correct and its session alive; the same in a
/// subshell and in the user's own shell.
///
/// They work with the environment and with the variables of `ShellState`. They can be read twice,
/// and together with any other tool that changes prompts. Each command in them is called past the
/// user's aliases and functions.
struct Hook: Sendable {
  /// Our own program, as a word of the shell.
  var program: String
  var colors: LabelColors
}

extension Hook {
  /// The functions that bash runs before each prompt, and the function `switchback`.
  ///
  /// bash expands the references in a prompt each time, but not their values: a name in
  /// `SWITCHBACK_LABEL` can neither run a command nor be read as a prompt escape.
  ///
  /// `more` is read without aliases, too.
  func bash(with more: String = "") -> String {
    let badge = colors.referenceBadge { #"\[\e[\#($0)m\]"# }
    return "\n"
      + ShellScript(PackageResources.bash_hook_bash).filled([
        .program: program, .take: takeFunctions, .more: more,
        .badgeStart: badge.start, .badgeEnd: badge.end,
        // A format of printf for a PS1 whose references are not expanded.
        .promptFormat: colors.badge("%s", "%s") { #"\\[\\e[\#($0)m\\]"# },
        .badgeFormat: badgeFormat, .badgeSGR: badgeParameters,
      ])
  }

  /// The functions that zsh runs before each prompt, and the function `switchback`.
  ///
  /// zsh shows the name by `%v`, as text: neither `%` nor `$(...)` in it is expanded.
  var zsh: String {
    let badge = colors.badgeEnds("${__switchback_sgr}") {
      #"%{${__switchback_escape}[\#($0)m%}"#
    }
    return zshIsolated(
      "\n"
        + ShellScript(PackageResources.zsh_hook_zsh).filled([
          .program: program, .take: takeFunctions,
          .badgeStart: badge.start, .badgeEnd: badge.end,
          .badgeFormat: badgeFormat, .badgeSGR: badgeParameters,
        ]))
  }

  /// The functions that fish runs before each prompt, and the function `switchback`.
  ///
  /// fish never expands the output of a prompt function.
  var fish: String {
    "\n"
      + ShellScript(PackageResources.fish_hook_fish).filled([
        .program: program, .badgeFormat: colors.badge("%s", "%s") { "\\e[\($0)m" },
        .badgeSGR: badgeParameters,
      ])
  }

  /// The function `switchback` of a POSIX shell, and the label in its `PS1`.
  ///
  /// POSIX has nothing that runs before each prompt: the label is in `PS1` once, by reference only,
  /// and the session is renewed when the command is used.
  func posix(isDash: Bool) -> String {
    let inBash = colors.referenceBadge { #"\[\e[\#($0)m\]"# }
    // A shell that edits lines must not count the colour, and only dash is known not to edit them.
    let elsewhere =
      isDash
      ? colors.referenceBadge { "${__switchback_escape-}[\($0)m" }
      : LabelColors.unstyled.referenceBadge { $0 }
    return "\n"
      + ShellScript(PackageResources.posix_hook_sh).filled([
        .program: program, .take: takeFunctions,
        .bashBadgeStart: inBash.start, .bashBadgeEnd: inBash.end,
        .badgeStart: elsewhere.start, .badgeEnd: elsewhere.end,
      ])
  }

  /// The functions that apply a pending switch, for bash, zsh and sh.
  private var takeFunctions: String {
    // The line of the placeholder has its own line end.
    String(ShellScript(PackageResources.posix_take_sh).text.dropLast())
  }

  /// The badge as a format of printf.
  private var badgeFormat: String { colors.badge("%s", "%s") { #"\033[\#($0)m"# } }

  private var badgeParameters: String {
    colors == .unstyled ? "" : #""$__switchback_sgr" "#
  }
}

/// Code that zsh reads without aliases, and whose functions run with zsh's own options, whatever
/// the user has set (zshbuiltins, emulate): no `errexit`, `nounset`, `warn_create_global`.
func zshIsolated(_ code: String) -> String {
  "\n\\builtin emulate zsh -o no_aliases -o no_xtrace -c \(posixQuoted(code))\n"
}

/// Code that zsh reads without aliases, and with the user's options.
func zshWithoutAliases(_ code: String) -> String {
  "\n" + ShellScript(PackageResources.zsh_without_aliases_zsh).filled([.code: posixQuoted(code)])
}

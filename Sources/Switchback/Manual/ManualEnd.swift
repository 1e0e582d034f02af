/// What no command's help says: files, variables and statuses.
let manualEnd: [(title: String, items: [(term: String, meaning: String)])] = [
  ("FILES", manualFiles), ("ENVIRONMENT", manualVariables), ("EXIT STATUS", manualStatuses),
]

private let manualFiles: [(term: String, meaning: String)] = [
  (
    "~/.aws/config, ~/.aws/credentials",
    "The profiles, which are the entries. Only `switchback export --format ini` writes to them, once it was allowed."
  ),
  (
    "~/.config/switchback/config.yaml",
    "Settings; colours, display names, groups and shortcuts of entries, and entries of its own. "
      + "An entry without a colour has that of a word of its name: prod red, staging yellow, dev and "
      + "test green, sandbox blue; else one of seven others. With `automatic_colors: name` words do not "
      + "count."
  ),
  ("~/.config/switchback/themes", "Themes: base16 and base24 schemes."),
  ("~/.local/state/switchback/state.sqlite", "The history and the pins."),
  (
    "~/.local/state/switchback/each.json",
    "What the last `switchback each` is not done as: the names of entries, and the command's words."
  ),
  (
    "~/.cache/switchback",
    "Sessions, sealed with a key that the kernel keeps, and the entries as they were last read."
  ),
  (
    "~/.aws/cli/cache, ~/.aws/sso/cache, ~/.aws/login/cache",
    "Sessions and logins of the AWS CLI, which are used, and logins of ours, which it uses."
  ),
]

private let manualVariables: [(term: String, meaning: String)] = [
  (
    "AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE",
    "Where AWS's two files are, as for the AWS CLI."
  ),
  (
    "AWS_REGION, AWS_DEFAULT_REGION, AWS_PROFILE, AWS_ENDPOINT_URL_STS, AWS_CA_BUNDLE, HTTPS_PROXY",
    "Read as the AWS CLI reads them."
  ),
  (
    "XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME, XDG_RUNTIME_DIR",
    "Where settings, history, sessions and start-up files are."
  ),
  ("SWITCHBACK_HOME", "One folder for settings, history and sessions."),
  ("SWITCHBACK_THEME, NO_COLOR", "The theme, as with --theme; no colours."),
  ("SWITCHBACK_ACCESSIBLE", "With 1 the picker is a numbered list in plain lines."),
  ("SWITCHBACK_LOG", "A file to which what -v says is added."),
  ("SHELL", "The shell to open, where neither --shell nor the settings name one."),
  (
    "SWITCHBACK_ENTRY, SWITCHBACK_LABEL, SWITCHBACK_COLOR, SWITCHBACK_ACCOUNT_ID, SWITCHBACK_ROLE, "
      + "SWITCHBACK_DEPTH, SWITCHBACK_READ_ONLY",
    "Set for shells and commands, beside the credentials in AWS's own variables."
  ),
  ("AWS_VAULT", "Set for them, too, where the settings say `aws_vault: true`."),
]

private let manualStatuses: [(term: String, meaning: String)] = [
  ("0", "Done."),
  ("1", "Nothing matched; the command of `each` failed as some entry."),
  ("2", "The input or the configuration is at fault; an unknown entry, too."),
  ("3", "AWS refused, or cannot be reached."),
  ("64", "The command line is at fault."),
  ("126, 127", "The command of `exec` or `each` cannot be run, or is not found."),
  ("130", "Cancelled."),
  (
    "others",
    "Of `shell` and `exec`: their child's, or 128 and the number of the signal that ended it."
  ),
]

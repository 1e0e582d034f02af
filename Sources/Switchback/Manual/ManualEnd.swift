/// What no command's help says: files, variables and statuses.
let closingSections: [(title: String, items: [(term: String, meaning: String)])] = [
  ("FILES", manualFiles), ("ENVIRONMENT", manualVariables), ("EXIT STATUS", manualStatuses),
]

private let manualFiles: [(term: String, meaning: String)] = [
  (
    "~/.aws/config, ~/.aws/credentials",
    "The profiles, which are the entries. Only `switchback export --format ini` writes to them, after asking."
  ),
  (
    "~/.config/switchback/config.yaml",
    "Settings; colours, display names, groups and shortcuts of entries; more entries. "
      + "An entry without a colour has that of a word of its name: prod red, staging yellow, dev and "
      + "test green, sandbox blue; else one of seven others. With `automatic_colors: name` words do not "
      + "count."
  ),
  ("~/.config/switchback/themes", "Themes: base16 and base24 schemes."),
  ("~/.local/state/switchback/state.sqlite", "The history and the pins."),
  (
    "~/.local/state/switchback/each.json",
    "The entries where the last `switchback each` failed, and its command."
  ),
  (
    "~/.cache/switchback",
    "Sessions, encrypted with a key in the kernel's keyring, and the parsed entries."
  ),
  (
    "~/.aws/cli/cache, ~/.aws/sso/cache, ~/.aws/login/cache",
    "Sessions and logins of the AWS CLI, which are used; logins are shared with it."
  ),
]

private let manualVariables: [(term: String, meaning: String)] = [
  (
    "AWS_CONFIG_FILE, AWS_SHARED_CREDENTIALS_FILE",
    "Paths of AWS's two files, as for the AWS CLI."
  ),
  (
    "AWS_REGION, AWS_DEFAULT_REGION, AWS_PROFILE, AWS_ENDPOINT_URL_STS, AWS_CA_BUNDLE, HTTPS_PROXY",
    "Read as the AWS CLI reads them."
  ),
  (
    "XDG_CONFIG_HOME, XDG_STATE_HOME, XDG_CACHE_HOME, XDG_RUNTIME_DIR",
    "Folders of settings, history, sessions and start-up files."
  ),
  ("SWITCHBACK_HOME", "One folder for settings, history and sessions."),
  ("SWITCHBACK_THEME, NO_COLOR", "The theme, as with --theme; no colours."),
  ("SWITCHBACK_ACCESSIBLE", "With 1 the picker is a numbered list in plain lines."),
  ("SWITCHBACK_LOG", "A file that requests are logged to, as with -v."),
  ("SHELL", "The shell to open, unless --shell or the settings name one."),
  (
    "SWITCHBACK_ENTRY, SWITCHBACK_LABEL, SWITCHBACK_COLOR, SWITCHBACK_ACCOUNT_ID, SWITCHBACK_ROLE, "
      + "SWITCHBACK_DEPTH, SWITCHBACK_READ_ONLY",
    "Set for shells and commands, in addition to AWS's own variables."
  ),
  ("AWS_VAULT", "Also set for them with `aws_vault: true` in config.yaml."),
]

private let manualStatuses: [(term: String, meaning: String)] = [
  ("0", "Done."),
  ("1", "Nothing matched; the command of `each` failed for some entries."),
  ("2", "Invalid input or configuration, including an unknown entry."),
  ("3", "AWS refused, or could not be reached."),
  ("64", "Usage: the command line is wrong."),
  ("126, 127", "The command of `exec` or `each` cannot be run, or is not found."),
  ("130", "Cancelled."),
  (
    "others",
    "`shell` and `exec` exit with the status of the shell or command, or 128 + n if signal n ended it."
  ),
]

package import Foundation

/// The content of `config.yaml`, with defaults for missing settings.
package struct Settings: Sendable, Hashable {
  package var theme = ThemeChoice()
  /// The place of `theme` in the file; nil if it is not set.
  package var themeOrigin: Origin?
  package var sort = Sort.recent
  package var groupBy = Grouping.group
  package var afterExit = AfterExit.quit
  /// Whether role sessions are also written to the AWS CLI's cache.
  package var shareWithAWSCLI = false
  /// Whether child processes also get `AWS_VAULT`, for programs made for aws-vault.
  package var awsVault = false
  /// The shell to open, by path or name; nil for the user's login shell.
  package var shell: String?
  package var mouse = Mouse.off
  package var marks = MarkSettings()
  package var automaticColors = AutomaticColors.environment
  package var credentials = CredentialMode.keys
  /// Whether the picker starts in a mode in which plain letters move the selection, as in vi.
  package var vi = false
  /// In file order.
  package var keys: [KeyBinding] = []
  /// In file order: the first matching rule counts.
  package var rules: [Rule] = []
  /// In file order, each name once.
  package var entries: [EntrySettings] = []
  package var diagnostics: [Diagnostic] = []
  /// Parts that could not be read, and may protect entries.
  package var unreadProtections: [UnreadProtectionError] = []

  /// The defaults.
  package init() {}
}

extension Settings {
  /// The order of the picker's list.
  package enum Sort: String, Sendable, Hashable, CaseIterable {
    case recent, name, file
  }

  /// How the picker's list is grouped, each group under a heading.
  package enum Grouping: String, Sendable, Hashable, CaseIterable {
    /// The groups that the settings and the profiles name.
    case group
    case account
    case ssoSession = "sso-session"
    /// The part of the name before the first `-`, `_`, `.`, `/`, `:` or space.
    case prefix
    case none
  }

  /// The source of a colour for an entry without one: a word of its name such as `prod`, otherwise
  /// its name; or its name alone.
  package enum AutomaticColors: String, Sendable, Hashable, CaseIterable {
    case environment, name
  }

  /// The destination after a subshell exits.
  package enum AfterExit: String, Sendable, Hashable, CaseIterable {
    case quit, picker
  }

  package enum Mouse: String, Sendable, Hashable, CaseIterable {
    case off, wheel, full
  }

  /// How a subshell gets credentials: in its environment, or from a process or a server that renews
  /// them.
  package enum CredentialMode: String, Sendable, Hashable, CaseIterable {
    case keys, process, server
  }

  /// The names of the themes for dark and for light terminals; nil for the built-in ones.
  package struct ThemeChoice: Sendable, Hashable {
    package var dark: String?
    package var light: String?

    package init(dark: String? = nil, light: String? = nil) {
      self.dark = dark
      self.light = light
    }
  }

  /// A key, in the notation of `Key.init(notation:)`, and a picker action, both as written.
  package struct KeyBinding: Sendable, Hashable {
    package var key: String
    package var action: String
    package var origin: Origin

    package init(key: String, action: String, origin: Origin) {
      self.key = key
      self.action = action
      self.origin = origin
    }
  }
}

extension Settings {
  /// The settings that the picker needs before it first draws, as text to be stored with a
  /// catalogue.
  ///
  /// These are all but the entries and the rules, which are in the catalogue itself. Nil if a value
  /// contains the separator.
  package var pickerData: Data? {
    var fields = [
      theme.dark ?? "", theme.light ?? "", sort.rawValue, mouse.rawValue, vi ? "vi" : "",
      groupBy.rawValue,
    ]
    for key in keys {
      fields += [key.key, key.action, key.origin.file, String(key.origin.line)]
    }
    let hasNoSeparators = fields.allSatisfy { !$0.utf8.contains(0) }
    return hasNoSeparators ? Data(fields.joined(separator: "\0").utf8) : nil
  }

  /// Settings with only these values; nil if the text is not valid.
  package init?(pickerData: Data) {
    let fields = String(decoding: pickerData, as: UTF8.self)
      .split(separator: "\0", omittingEmptySubsequences: false).map { String($0) }
    guard fields.count >= 6, (fields.count - 6) % 4 == 0, let sort = Sort(rawValue: fields[2]),
      let mouse = Mouse(rawValue: fields[3]), let groupBy = Grouping(rawValue: fields[5])
    else { return nil }
    self.init()
    theme = ThemeChoice(dark: fields[0].nonEmpty, light: fields[1].nonEmpty)
    self.sort = sort
    self.mouse = mouse
    vi = fields[4] == "vi"
    self.groupBy = groupBy
    keys = stride(from: 6, to: fields.count, by: 4).map { index in
      KeyBinding(
        key: fields[index], action: fields[index + 1],
        origin: Origin(file: fields[index + 2], line: Int(fields[index + 3]) ?? 0))
    }
  }
}

import Yams

extension Settings {
  /// The settings in the text of a `config.yaml`, each fault a diagnostic that costs only its own value.
  ///
  /// `file` is the path for the diagnostics; nothing is read here.
  package init(yaml: String, file: String) {
    self.init()
    var reading = YAMLReading(file: file)
    if let root = reading.root(of: yaml) {
      read(root, with: &reading)
    }
    diagnostics = reading.diagnostics.sorted { $0.origin.line < $1.origin.line }
  }

  private static let knownKeys = [
    "theme", "sort", "after_exit", "share_with_aws_cli", "aws_vault", "shell", "mouse", "tint",
    "tab_color", "tmux", "credentials", "vi", "keys", "rules", "entries",
  ]

  private mutating func read(_ root: Node, with reading: inout YAMLReading) {
    let known = Self.knownKeys
    guard let fields = reading.fields(of: root, in: "config.yaml", known: known) else { return }
    theme = reading.theme(in: fields)
    sort = reading.choice("sort", in: fields) ?? sort
    afterExit = reading.choice("after_exit", in: fields) ?? afterExit
    shareWithAWSCLI = reading.flag("share_with_aws_cli", in: fields) ?? shareWithAWSCLI
    awsVault = reading.flag("aws_vault", in: fields) ?? awsVault
    shell = reading.text("shell", in: fields)
    mouse = reading.choice("mouse", in: fields) ?? mouse
    marking = reading.marking(in: fields)
    credentials = reading.choice("credentials", in: fields) ?? credentials
    vi = reading.flag("vi", in: fields) ?? vi
    keys = reading.keyBindings(in: fields)
    rules = reading.items("rules", in: fields).compactMap { reading.rule($0) }
    entries = reading.entries(in: fields)
  }
}

extension YAMLReading {
  /// One name for both, or one each.
  fileprivate mutating func theme(in fields: YAMLFields) -> Settings.ThemeChoice {
    guard let node = fields.values["theme"] else { return Settings.ThemeChoice() }
    if let name = node.scalar?.string {
      return Settings.ThemeChoice(dark: name.filled, light: name.filled)
    }
    guard let pair = self.fields(of: node, in: "'theme'", known: ["dark", "light"]) else {
      return Settings.ThemeChoice()
    }
    return Settings.ThemeChoice(dark: text("dark", in: pair), light: text("light", in: pair))
  }

  fileprivate mutating func keyBindings(in fields: YAMLFields) -> [Settings.KeyBinding] {
    guard let node = fields.values["keys"] else { return [] }
    guard case .mapping(let mapping) = node else {
      report(node.line, "'keys' should be a list of 'key: action' lines; it is ignored.")
      return []
    }
    return mapping.compactMap { key, action in
      guard let name = key.scalar?.string, let action = action.scalar?.string else {
        report(key.line, "Each line of 'keys' should be 'key: action'; this one is ignored.")
        return nil
      }
      let origin = Origin(file: file, line: key.line)
      return Settings.KeyBinding(key: name, action: action, origin: origin)
    }
  }

  fileprivate mutating func rule(_ node: Node) -> Rule? {
    let known = ["match", "color", "group", "confirm", "read_only"] + Marking.keys
    guard let fields = fields(of: node, in: "A rule", known: known) else { return nil }
    guard let pattern = text("match", in: fields) else {
      report(fields.line, "A rule has no 'match', so nothing can match it; it is ignored.")
      return nil
    }
    var rule = Rule(
      match: Glob(pattern), color: labelColor(in: fields), group: text("group", in: fields),
      confirm: flag("confirm", in: fields), readOnly: flag("read_only", in: fields))
    rule.marking = marking(in: fields)
    return rule
  }
}

import YAML
import Yams

extension Settings {
  /// Parses the text of a `config.yaml`; each error becomes a diagnostic and affects only its own
  /// value.
  ///
  /// Unreadable parts that may protect an entry are kept as `UnreadProtectionError`. `file` is the
  /// path for the diagnostics; the file itself is not read.
  package init(yaml: String, file: String) {
    self.init()
    var reader = YAMLReader(file: file)
    reader.text = yaml
    if let fields = reader.settingsFields(of: yaml, known: Self.knownKeys) {
      read(fields, with: &reader)
    }
    diagnostics = reader.diagnostics.sorted { $0.origin.line < $1.origin.line }
    unreadProtections = reader.unread
  }

  /// Parses the bytes of a `config.yaml`; bytes that are not UTF-8 affect as little as possible.
  package init(bytes: [UInt8], file: String) {
    // This happens after a power failure; no part of the file is reliable.
    guard !bytes.contains(0) else {
      self.init()
      let line = bytes.prefix { $0 != 0 }.count { $0 == 0x0A } + 1
      let diagnostic = Diagnostic(
        Origin(file: file, line: line),
        "The file holds zero bytes, so that it is not known what it said.")
      diagnostics = [diagnostic]
      unreadProtections = [UnreadProtectionError(diagnostic, .everyEntry)]
      return
    }
    guard let yaml = String(validating: bytes, as: UTF8.self) else {
      self.init(yaml: String(decoding: bytes, as: UTF8.self), file: file)
      let line = lineWithoutText(bytes)
      diagnostics.insert(
        Diagnostic(Origin(file: file, line: line), "This line is not UTF-8 text."), at: 0)
      return
    }
    self.init(yaml: yaml, file: file)
  }

  private static let knownKeys = [
    "theme", "sort", "group_by", "after_exit", "share_with_aws_cli", "aws_vault", "shell", "mouse",
    "tint", "tab_color", "tab_colour", "automatic_colors", "automatic_colours", "tmux",
    "credentials", "vi", "keys", "rules", "entries",
  ]

  private mutating func read(_ fields: YAMLFields, with reader: inout YAMLReader) {
    theme = reader.theme(in: fields)
    themeOrigin = fields.values["theme"].map { Origin(file: reader.file, line: $0.line) }
    sort = reader.choice("sort", in: fields) ?? sort
    groupBy = reader.choice("group_by", in: fields) ?? groupBy
    afterExit = reader.choice("after_exit", in: fields) ?? afterExit
    shareWithAWSCLI = reader.flag("share_with_aws_cli", in: fields) ?? shareWithAWSCLI
    awsVault = reader.flag("aws_vault", in: fields) ?? awsVault
    shell = reader.text("shell", in: fields)
    mouse = reader.choice("mouse", in: fields) ?? mouse
    marks = reader.marks(in: fields)
    automaticColors =
      reader.choice("automatic_colors", in: fields)
      ?? reader.choice("automatic_colours", in: fields) ?? automaticColors
    credentials = reader.choice("credentials", in: fields) ?? credentials
    vi = reader.flag("vi", in: fields) ?? vi
    keys = reader.keyBindings(in: fields)
    rules = reader.rules(in: fields)
    entries = reader.entries(in: fields)
  }
}

/// The first line that is not UTF-8 text, counted from 1.
private func lineWithoutText(_ bytes: [UInt8]) -> Int {
  let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  return 1 + (lines.firstIndex { String(validating: $0, as: UTF8.self) == nil } ?? 0)
}

extension YAMLReader {
  /// One name for both, or one for each.
  fileprivate mutating func theme(in fields: YAMLFields) -> Settings.ThemeChoice {
    guard let node = fields.values["theme"] else { return Settings.ThemeChoice() }
    if let name = node.scalar?.string {
      return Settings.ThemeChoice(dark: name.nonEmpty, light: name.nonEmpty)
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

  /// The items of `rules`, up to the number that can be matched without a noticeable delay.
  fileprivate mutating func rules(in fields: YAMLFields) -> [Rule] {
    let items = protectiveItems("rules", in: fields)
    if items.count > Rule.maximumCount {
      reportUnread(
        items[Rule.maximumCount].line,
        "There are more than \(Rule.maximumCount) rules; this one and those below it are not read.",
        .everyEntry)
    }
    return items.prefix(Rule.maximumCount).compactMap { rule($0) }
  }

  private mutating func rule(_ node: Node) -> Rule? {
    let known = ["match", "color", "colour", "group", "confirm", "read_only"] + MarkSettings.keys
    guard let fields = fields(of: node, in: "A rule", known: known) else {
      noteUnread(node.line, "This rule cannot be read.", .everyEntry)
      return nil
    }
    guard let pattern = text("match", in: fields), isText(pattern) else {
      let message = "A rule has no 'match', so it is ignored."
      if protects(fields) {
        reportUnread(fields.line, message, .everyEntry)
      } else {
        report(fields.line, message)
      }
      return nil
    }
    let glob = Glob(pattern)
    if glob.hasTooManyBraces {
      reportUnread(
        fields.line, "The braces of 'match' make too many patterns; split them into several rules.",
        protects(fields) ? .everyEntry : .matching(glob))
    }
    reportUnclearProtection(in: fields, "A rule", scope: .matching(glob))
    let protection = protection(in: fields)
    var rule = Rule(
      match: glob, color: labelColor(in: fields), group: text("group", in: fields),
      confirm: protection.confirm, readOnly: protection.readOnly)
    rule.confirmsBriefly = protection.confirmsBriefly
    rule.marks = marks(in: fields)
    rule.origin = Origin(file: file, line: fields.line)
    return rule
  }
}

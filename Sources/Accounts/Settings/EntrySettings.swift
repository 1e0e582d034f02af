package import Canvas
import YAML
import Yams

/// The settings of one entry in `config.yaml`: labels for a profile of that name, or its own role.
package struct EntrySettings: Sendable, Hashable {
  package var name: String
  package var displayName: String?
  package var color: Color?
  package var shortcut: Character?
  package var group: String?
  package var region: String?
  package var confirm: Bool?
  /// `confirm: ask`.
  package var confirmsBriefly = false
  package var readOnly: Bool?
  package var roleARN: String?
  package var sourceProfile: String?
  package var externalID: String?
  package var mfaSerial: String?
  package var durationSeconds: Int?
  package var marks = MarkSettings()
  package var origin: Origin

  /// An entry with only a name.
  package init(name: String, origin: Origin) {
    self.name = name
    self.origin = origin
  }

  /// The role that the entry adds, if it has a `role_arn`.
  package var extraRole: ExtraRole? {
    roleARN.map {
      ExtraRole(
        name: name, roleARN: $0, sourceProfile: sourceProfile, region: region,
        externalID: externalID, mfaSerial: mfaSerial, durationSeconds: durationSeconds,
        origin: origin)
    }
  }
}

extension Settings {
  /// The roles that `config.yaml` adds to the profiles, in file order.
  package var extraRoles: [ExtraRole] { entries.compactMap(\.extraRole) }
}

extension YAMLReader {
  /// The items of `entries`; of two with the same name the last one counts, with a diagnostic.
  mutating func entries(in fields: YAMLFields) -> [EntrySettings] {
    var result: [EntrySettings?] = []
    var places: [String: Int] = [:]
    for node in protectiveItems("entries", in: fields) {
      guard var entry = entry(node) else { continue }
      if let earlier = places.updateValue(result.count, forKey: entry.name) {
        let line = result[earlier]?.origin.line ?? entry.origin.line
        report(
          entry.origin.line,
          "The entry '\(entry.name)' is already on line \(line); this one, the last, is used.")
        // Protection counts from both.
        if let other = result[earlier], other.confirm == true {
          entry.confirmsBriefly =
            other.confirmsBriefly && (entry.confirm != true || entry.confirmsBriefly)
          entry.confirm = true
        }
        if result[earlier]?.readOnly == true { entry.readOnly = true }
        result[earlier] = nil
      }
      result.append(entry)
    }
    return result.compactMap(\.self)
  }

  /// The keys of an entry.
  static let entryKeys =
    [
      "name", "display", "display_name", "color", "colour", "shortcut", "group", "region",
      "confirm",
      "read_only", "role_arn", "source_profile", "external_id", "mfa_serial", "duration_seconds",
    ] + MarkSettings.keys

  private mutating func entry(_ node: Node) -> EntrySettings? {
    guard let fields = fields(of: node, in: "An entry", known: Self.entryKeys) else {
      noteUnread(node.line, "This entry cannot be read.", .everyEntry)
      return nil
    }
    guard let name = text("name", in: fields), !name.isEmpty, isText(name) else {
      let message = "An entry has no 'name', so it is ignored."
      if protects(fields) {
        reportUnread(fields.line, message, .everyEntry)
      } else {
        report(fields.line, message)
      }
      return nil
    }
    reportUnclearProtection(in: fields, "The entry '\(name)'", scope: .entry(name))
    var entry = EntrySettings(name: name, origin: Origin(file: file, line: fields.line))
    readLabel(of: &entry, in: fields)
    entry.marks = marks(in: fields)
    readRole(of: &entry, in: fields)
    return entry
  }

  private mutating func readLabel(of entry: inout EntrySettings, in fields: YAMLFields) {
    let names = [text("display", in: fields), text("display_name", in: fields)]
    entry.displayName = names.compactMap(\.self).first { !$0.isEmpty }
    entry.color = labelColor(in: fields)
    entry.shortcut = value("shortcut", in: fields, expected: "a single key") {
      Character(shortcut: $0)
    }
    entry.group = text("group", in: fields)
    let protection = protection(in: fields)
    entry.confirm = protection.confirm
    entry.confirmsBriefly = protection.confirmsBriefly
    entry.readOnly = protection.readOnly
  }

  private mutating func readRole(of entry: inout EntrySettings, in fields: YAMLFields) {
    entry.region = text("region", in: fields)
    entry.roleARN = roleARN(in: fields)
    entry.sourceProfile = text("source_profile", in: fields)
    entry.externalID = text("external_id", in: fields)
    entry.mfaSerial = text("mfa_serial", in: fields)
    entry.durationSeconds = value(
      "duration_seconds", in: fields, expected: "a number of seconds from 900 to 43200"
    ) { Int($0).flatMap { (900...43200).contains($0) ? $0 : nil } }
  }

  private mutating func roleARN(in fields: YAMLFields) -> String? {
    guard let text = text("role_arn", in: fields) else { return nil }
    do {
      return try ARN(role: text).description
    } catch {
      report(fields.values["role_arn"]?.line ?? fields.line, "\(error) It is ignored.")
      return nil
    }
  }
}

extension YAMLReader {
  /// The colour of an entry or a rule, as `color` or `colour`.
  mutating func labelColor(in fields: YAMLFields) -> Color? {
    let keys = ["color", "colour"]
    for key in keys {
      guard let line = fields.empty[key] else { continue }
      report(line, "'\(key)' is empty; # begins a comment unless it is quoted, as in \"#d13212\".")
    }
    let names = Color.named.map(\.key).joined(separator: ", ")
    let colors = keys.map { key in
      value(key, in: fields, expected: "a colour (\"#rrggbb\", or one of \(names))") {
        Color(label: $0)
      }
    }
    return colors[0] ?? colors[1]
  }
}

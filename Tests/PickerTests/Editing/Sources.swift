import Accounts
import Picker
import Search
import Testing

/// The label settings of an entry in `config.yaml` and in its profile.
func sources(
  _ name: String = "prod", yaml: String = "", display: String? = nil, color: String? = nil,
  group: String? = nil, shortcut: String? = nil
) -> LabelSources {
  LabelSources(
    ProfileEntry(
      name: name, origin: Origin(file: "config", line: 1), kind: .assumeRole,
      displayName: display, color: color, group: group, shortcut: shortcut),
    Settings(yaml: yaml, file: "config.yaml"))
}

let prodSettings = """
  rules: [{match: "*prod*", color: purple, group: live}]
  entries: [{name: prod, display: "Production, admin", color: red, group: payments, shortcut: p}]
  """

/// A picker in which the selected entry is being edited, with its files read.
func editing(
  _ sources: LabelSources = sources(yaml: prodSettings), in model: Model = model()
) throws -> Model {
  var (open, asked) = try typing("<alt-e>", into: model)
  #expect(asked == [.readLabel(entry: sources.name)])
  #expect(open.update(.labelLoaded(sources)) == [])
  return open
}

/// The result of an edit: the three entries, one of them with another name.
func edited(
  _ display: String, _ changes: LabelChange..., of name: String = "prod"
) -> (edit: LabelEdit, table: EntryTable) {
  var entries = three
  for index in entries.indices where entries[index].name == name {
    entries[index].label.displayName = display
  }
  let edit = LabelEdit(
    entry: name, changes: changes, before: SettingsText("before", file: "config.yaml"),
    after: SettingsText("after \(display)", file: "config.yaml"))
  return (edit, EntryTable(entries))
}

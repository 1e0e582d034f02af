import Accounts
import Picker
import Search
import Testing

/// What is said of an entry by `config.yaml` and by its profile.
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

let saidOfProd = """
  rules: [{match: "*prod*", color: purple, group: live}]
  entries: [{name: prod, display: "Production, admin", color: red, group: payments, shortcut: p}]
  """

/// A picker in which the selected entry is being edited, its files read.
func editing(
  _ sources: LabelSources = sources(yaml: saidOfProd), in model: Model = model()
) throws -> Model {
  var (open, asked) = try typing("<alt-e>", into: model)
  #expect(asked == [.readLabel(entry: sources.name)])
  #expect(open.update(.labelLoaded(sources)) == [])
  return open
}

/// What an edit leaves behind: the three entries, one of them called otherwise.
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

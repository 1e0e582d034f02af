import AWSConfig
import Accounts
import Canvas
import Text

/// Entries as aligned columns, for scripts and questions.
func entryColumns(_ entries: [Entry], _ problems: [String: ConfigProblems.Judgement] = [:])
  -> [UInt8]
{
  alignedColumns(entries, count: problems.isEmpty ? 5 : 6) { entry, column in
    switch column {
    case 0: entry.name.cleaned
    case 1: entry.label.displayName == entry.name ? "" : entry.label.displayName.cleaned
    case 2: (entry.accountID ?? "").cleaned
    case 3: (entry.roleName ?? "").cleaned
    case 4: (entry.region ?? "").cleaned
    default: problems[entry.name]?.trouble.word ?? ""
    }
  }
}

extension World {
  /// Entries for standard output: a table on a terminal, else aligned columns.
  func entryListing(_ entries: [Entry], _ problems: [String: ConfigProblems.Judgement] = [:])
    -> [UInt8]
  {
    guard let look = outputLook() else { return entryColumns(entries, problems) }
    return Array(Table(entries, problems).drawn(look).utf8)
  }
}

extension Table {
  /// Entries with their groups.
  init(_ entries: [Entry], _ problems: [String: ConfigProblems.Judgement] = [:]) {
    let columns = [
      Column(title: "NAME"), Column(title: "DISPLAY NAME", priority: 2, least: 16),
      Column(title: "GROUP", priority: 4, least: 8), Column(title: "ACCOUNT", priority: 1),
      Column(title: "ROLE", priority: 3, least: 12), Column(title: "REGION", priority: 5),
      Column(title: "STATE"),
    ]
    let rows = entries.map { entry in
      let display = entry.label.displayName == entry.name ? "" : entry.label.displayName
      let trouble = problems[entry.name]?.trouble
      let cells = [
        Cell(text: entry.name.cleaned, tone: .label(entry.label.color)),
        Cell(text: display.cleaned), Cell(text: (entry.label.group ?? "").cleaned),
        Cell(text: (entry.accountID ?? "").cleaned), Cell(text: (entry.roleName ?? "").cleaned),
        Cell(text: (entry.region ?? "").cleaned),
        Cell(text: trouble?.word ?? "", tone: trouble?.tone ?? .normal),
      ]
      return Row(cells: cells)
    }
    self.init(columns: columns, rows: rows)
  }
}

extension Entry.Trouble {
  /// The word that the picker uses.
  fileprivate var word: String {
    switch self {
    case .unusable: "broken"
    case .doubtful: "problem"
    }
  }

  fileprivate var tone: Table.Tone {
    switch self {
    case .unusable: .bad
    case .doubtful: .pending
    }
  }
}

import Accounts
import Picker

/// The label of the first entry has been read from the files.
let labelRead = Step.then("its label is read", .labelLoaded(ledgerSources))

private let ledgerSources = LabelSources(
  ProfileEntry(
    name: "ledger-dev", origin: Origin(file: "~/.aws/config", line: 12), kind: .assumeRole),
  Settings(
    yaml: """
      rules: [{match: "*-dev", color: green, group: payments}]
      entries: [{name: ledger-dev, display: Ledger development, shortcut: d}]
      """, file: "config.yaml"))

let renamed = LabelEdit(
  entry: "ledger-dev", changes: [.displayName("Ledger development!")],
  before: SettingsText("", file: "config.yaml"), after: SettingsText("#", file: "config.yaml"))

let notWritten = """
  /home/ada/.config/switchback/config.yaml:14 cannot be edited automatically without affecting \
  other values, so nothing was changed. To make the change, write `display: Ledger development!` for \
  the entry 'ledger-dev'.
  """

let changedMeanwhile = """
  /home/ada/.config/switchback/config.yaml was changed by another program in the meantime, so \
  nothing was written. Try again.
  """

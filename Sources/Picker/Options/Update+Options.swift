import Accounts

extension Model {
  /// Opens the form over the selected entry, or over a failed switch with what it had chosen.
  mutating func openOptions() -> [Effect] {
    guard purpose == .switching else { return [.ring] }
    switch screen {
    case .list where help == nil && actsOnMarked: return refuseForMarks()
    case .list where help == nil:
      guard let order = selectedSwitch else { return [.ring] }
      open(order)
    case .failed(let failure) where help == nil:
      guard let order = failure.selectedSwitch else { return [.ring] }
      open(order)
    default: return [.ring]
    }
    return []
  }

  /// Switches with what the form says, or shows what is wrong in it.
  mutating func submit(_ form: OptionsForm) -> [Effect] {
    var form = form
    guard let choice = form.choice() else {
      screen = .choosingOptions(form)
      return [.ring]
    }
    return startSwitch(
      makeSwitch(form.selectedSwitch.entry, choice: choice, role: form.selectedSwitch.role))
  }

  private mutating func open(_ order: SelectedSwitch) {
    screen = .choosingOptions(OptionsForm(order, from: list.entry(order.entry)))
  }
}

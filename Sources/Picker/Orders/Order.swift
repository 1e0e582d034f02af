import Accounts

/// A switch as it is asked for.
struct SelectedSwitch: Equatable, Sendable {
  /// The index in the list of the entry to become, or of the one that the role is assumed from.
  var entry: Int
  /// The role that was typed; nil for the entry itself.
  var role: TypedRole?
  var choice = SessionOptions()
}

extension Model {
  /// The switch to an entry, or to the typed role from it; what is read-only stays so, whatever was chosen.
  func makeSwitch(_ index: Int, choice: SessionOptions = SessionOptions(), role: TypedRole?)
    -> SelectedSwitch
  {
    var choice = choice
    choice.isReadOnly = choice.isReadOnly || list.entry(index).label.readOnly
    return SelectedSwitch(entry: index, role: role, choice: choice)
  }

  /// What the order asks of the world, with an MFA code where there is one.
  func effect(_ order: SelectedSwitch, code: String?) -> Effect {
    let name = list.entry(order.entry).name
    guard let role = order.role else {
      return .assume(entry: name, code: code, choice: order.choice)
    }
    return .assumeRole(reference: role.text, source: name, code: code, choice: order.choice)
  }

  /// True where the name of the entry must be typed, as far as the list knows.
  package func asksForName(of entry: String) -> Bool {
    list.table.row(named: entry).map { list.entry($0).label.confirm } ?? false
  }

  /// Who the order makes one.
  func name(_ order: SelectedSwitch) -> String {
    order.role?.place ?? list.entry(order.entry).label.displayName
  }
}

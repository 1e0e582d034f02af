package import Accounts
import Search
import Text

/// A switch that the user has chosen in the list.
struct SelectedSwitch: Equatable, Sendable {
  /// The row of the entry to switch to, or to assume the role from.
  var entry: Int
  /// The typed role; nil for the entry itself.
  var role: TypedRole?
  var options = SessionOptions()
}

extension Model {
  /// The switch to an entry, or from it to the typed role.
  ///
  /// A read-only entry stays read-only, whatever the options.
  func makeSwitch(
    _ index: Int, options: SessionOptions = SessionOptions(), role: TypedRole?
  ) -> SelectedSwitch {
    var options = options
    options.isReadOnly = options.isReadOnly || list.entry(index).label.readOnly
    return SelectedSwitch(entry: index, role: role, options: options)
  }

  /// The effect that performs the switch, with an MFA code if there is one.
  func effect(_ selectedSwitch: SelectedSwitch, code: String?) -> Effect {
    let name = list.entry(selectedSwitch.entry).name
    guard let role = selectedSwitch.role else {
      return .assume(entry: name, code: code, options: selectedSwitch.options)
    }
    return .assumeRole(
      reference: role.text, source: name, code: code, options: selectedSwitch.options)
  }

  /// Whether the entry requires confirmation, as far as the list knows.
  package func asksForName(of entry: String) -> Bool {
    list.table.row(named: entry).map { list.entry($0).label.confirm } ?? false
  }

  /// The name of the target of a switch.
  func name(_ selectedSwitch: SelectedSwitch) -> String {
    selectedSwitch.role?.place ?? list.entry(selectedSwitch.entry).label.displayName
  }
}

/// The target of a switch outside the picker: an entry, or a role reference with the entry to
/// assume it from.
package struct PickedEntry: Equatable, Sendable {
  package var name: String
  package var source: String?
  package var options: SessionOptions
  /// Whether the user has confirmed the entry or the source.
  package var isConfirmed: Bool

  package init(
    name: String, source: String? = nil, options: SessionOptions, isConfirmed: Bool = false
  ) {
    self.name = name
    self.source = source
    self.options = options
    self.isConfirmed = isConfirmed
  }
}

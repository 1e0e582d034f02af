package import Accounts
import Search
import Text

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

/// A role that was typed or pasted into the filter, as an ARN or a console link.
///
/// It is shown by what the ARN says: the display name in a link is the word of whoever wrote the link.
struct TypedRole: Equatable, Sendable {
  /// As typed, without the blanks around it.
  let text: String
  /// Such as `Admin in 111111111111`, cleaned.
  let place: String

  /// Throws where the text names no role.
  init(_ text: String) throws(RoleReferenceError) {
    let role = try RoleReference(text).roleARN
    let parts = try? ARN(role: role)
    let words = parts.flatMap { arn in arn.roleName.map { "\($0) in \(arn.accountID)" } }
    self.text = text.trimmed
    place = (words ?? role).cleaned
  }
}

extension Model {
  /// The role that the query names where nothing matches it, or what is wrong with it; nil for words to find.
  var typedRole: Result<TypedRole, RoleReferenceError>? {
    let text = list.field.text
    guard role == nil, !list.hasMatches, RoleReference.looksLikeReference(text) else { return nil }
    return Result { () throws(RoleReferenceError) in try TypedRole(text) }
  }
}

/// A switch as the picker asks for it: an entry, or a role reference with the entry to assume it from.
package struct PickedEntry: Equatable, Sendable {
  package var name: String
  package var source: String?
  package var choice: SessionOptions
  /// The name of the entry, or of the source, was typed.
  package var isConfirmed: Bool

  package init(
    name: String, source: String? = nil, choice: SessionOptions, isConfirmed: Bool = false
  ) {
    self.name = name
    self.source = source
    self.choice = choice
    self.isConfirmed = isConfirmed
  }
}

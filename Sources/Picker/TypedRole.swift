import Accounts
import Search
import Text

/// A role that was typed or pasted as an ARN or a console link.
///
/// It is shown by its ARN: anyone who writes a link can choose the display name in it.
package struct TypedRole: Equatable, Sendable {
  /// The typed text without blanks around it.
  package let text: String
  /// The role and the account, cleaned, for example `Admin in 111111111111`.
  package let place: String

  /// Reads an ARN or a link.
  ///
  /// It throws if the text does not contain a role.
  init(_ text: String) throws(RoleReferenceError) {
    let role = try RoleReference(text).roleARN
    let parts = try? ARN(role: role)
    let words = parts.flatMap { arn in arn.roleName.map { "\($0) in \(arn.accountID)" } }
    self.text = text.trimmed
    place = (words ?? role).cleaned
  }
}

extension Model {
  /// The role in a query without matches, or the error in it; nil if the query consists of other
  /// words.
  var typedRole: Result<TypedRole, RoleReferenceError>? {
    let text = list.field.text
    guard role == nil, !list.hasMatches, RoleReference.looksLikeReference(text) else { return nil }
    return Result { () throws(RoleReferenceError) in try TypedRole(text) }
  }
}

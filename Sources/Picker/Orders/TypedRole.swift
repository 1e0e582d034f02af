import Accounts
import Canvas

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

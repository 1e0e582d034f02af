/// The account and role of a role's ARN as a list shows them, without judging the ARN.
///
/// `ARN` judges, at some cost; ten thousand profiles are listed at every start.
struct RoleOfARN {
  let accountID: String?
  let name: String?

  init?(_ text: String) {
    let bytes = text.utf8
    guard let colon = bytes.lastIndex(of: UInt8(ascii: ":")),
      let slash = bytes.lastIndex(of: UInt8(ascii: "/")), colon < slash
    else { return nil }
    name = String(Substring(bytes[slash...].dropFirst())).nonEmpty
    let account = Substring(bytes[..<colon].suffix(12))
    accountID = ARN.isAccountID(account) ? String(account) : nil
  }
}

extension String {
  /// The text, or nil where there is none.
  var nonEmpty: String? { isEmpty ? nil : self }
}

import Crypto

/// Whether an access key lasts or ends, which its first four letters tell.
enum AccessKeyPrefix: String {
  case longTerm = "AKIA"
  case temporary = "ASIA"
}

/// An access key id: the prefix, then the account and five arbitrary bytes in base 32.
///
/// AWS's own ids hold their account as well, though not in this form.
func accessKeyID(_ prefix: AccessKeyPrefix, account: String, arbitrary: [UInt8]) -> String {
  let number = UInt64(account) ?? 0
  let accountBytes = (0..<5).map { UInt8(truncatingIfNeeded: number >> (32 - 8 * $0)) }
  return prefix.rawValue + base32(accountBytes + arbitrary.prefix(5))
}

/// The account that an access key id holds; nil where it is none of ours.
func account(ofAccessKeyID id: String) -> String? {
  guard AccessKeyPrefix(rawValue: String(id.prefix(4))) != nil,
    let bytes = bytes(base32: String(id.dropFirst(4))), bytes.count == 10
  else { return nil }
  let digits = String(bytes.prefix(5).reduce(0 as UInt64) { $0 << 8 | UInt64($1) })
  guard digits.count <= 12 else { return nil }
  return String(repeating: "0", count: 12 - digits.count) + digits
}

/// The unique id of a user (`AIDA…`) or a role (`AROA…`), always the same for the same ARN.
func uniqueID(_ prefix: String, of arn: String) -> String {
  prefix + base32(SHA256.hash(data: Array(arn.utf8))).prefix(17)
}

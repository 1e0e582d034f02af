package import Foundation
import Text

/// Why a response body cannot be used.
package enum ResponseError: Error, Sendable, Hashable {
  case tooLarge(limit: Int)
  /// Not XML, cut short, or XML of a kind that STS does not send.
  case notXML
  /// Another document than the requested one.
  case unexpectedElement(String)
  case missing(String, in: String)
  /// Not JSON, or cut short.
  case notJSON
  /// A member of the JSON that is missing or has the wrong type or value.
  case invalidValue(String)
  /// The instance's metadata has no credentials; the code that it gives instead of `Success`.
  case notSuccess(String)
  case invalidTime(String)
  /// Credentials that had expired when they were received, by the best estimate of AWS's clock.
  case expired(at: Date, now: Date)
  /// A token or key that is too long for a request; its name.
  case tooLong(String, limit: Int)
}

extension ResponseError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .tooLarge(let limit):
      "the answer is larger than \(limit) bytes"
    case .notXML:
      "the answer is not the XML that STS sends, or was cut short; a proxy or a guest network's "
        + "sign-in page may have answered instead"
    case .unexpectedElement(let name):
      "the answer is a <\(forDisplay(name))>, which was not asked for"
    case .missing(let name, let parent):
      "there is no \(name) in the answer's <\(forDisplay(parent))>"
    case .notJSON:
      "the answer is not JSON, or was cut short; a proxy or a guest network's sign-in page may "
        + "have answered instead"
    case .invalidValue(let name):
      "the answer has no \(forDisplay(name)) that can be used"
    case .notSuccess(let code):
      "the answer says '\(forDisplay(code))' and not Success, so the role attached to the "
        + "instance gives no credentials"
    case .invalidTime(let text):
      "the answer's Expiration '\(forDisplay(text))' is not a time in ISO 8601 of the "
        + "years 1970 to 9999"
    case .expired(let end, let now):
      "the answer's session ended at \(iso8601(end)), and it is \(iso8601(now)); if this machine's "
        + "clock is wrong, set it: timedatectl set-ntp true"
    case .tooLong(let name, let limit):
      "the answer's \(name) is longer than \(limit >> 10) KiB"
    }
  }
}

import Accounts
import Foundation

/// A time in ISO 8601 of the years 1970 to 9999; throws for any other text.
func time(_ text: String) throws(AnswerFault) -> Date {
  guard let date = instant(text) else { throw .unreadableTime(text) }
  return date
}

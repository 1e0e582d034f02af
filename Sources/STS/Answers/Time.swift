import Accounts
import Foundation

/// A time in ISO 8601 of the years 1970 to 9999; throws for any other text.
func parseExpiration(_ text: String) throws(ResponseError) -> Date {
  guard let date = parseISO8601(text) else { throw .invalidTime(text) }
  return date
}

import Foundation

/// A time in ISO 8601, with or without fractions of a second; throws for any other text.
func time(_ text: String) throws(AnswerFault) -> Date {
  for isFractional in [false, true] {
    let style = Date.ISO8601FormatStyle(includingFractionalSeconds: isFractional)
    if let date = try? style.parse(text) { return date }
  }
  throw .unreadableTime(text)
}

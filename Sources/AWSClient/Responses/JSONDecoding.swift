package import Foundation
import Text

/// The value of a JSON answer.
///
/// Types are not converted. Throws for anything but complete JSON of that type.
package func decodeJSON<Value: Decodable>(
  _ body: [UInt8], as type: Value.Type
) throws(ResponseError) -> Value {
  guard body.count <= responseSizeLimit else { throw .tooLarge(limit: responseSizeLimit) }
  guard isShallowJSON(body) else { throw .notJSON }
  do {
    return try JSONDecoder().decode(type, from: Data(body))
  } catch {
    throw ResponseError(error)
  }
}

extension ResponseError {
  fileprivate init(_ error: any Error) {
    let path: [any CodingKey]? =
      switch error as? DecodingError {
      case .keyNotFound(let key, let context): context.codingPath + [key]
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .dataCorrupted(let context):
        context.codingPath
      default: nil
      }
    guard let path, !path.isEmpty else {
      self = .notJSON
      return
    }
    self = .invalidValue(path.map(\.stringValue).joined(separator: "."))
  }
}

/// A text that is not empty and has no control characters, as headers and environments require.
package struct NonEmptyString: Decodable, Sendable {
  package let text: String

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    text = try container.decode(String.self)
    guard !text.isEmpty, !text.unicodeScalars.contains(where: isControl) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no usable text")
    }
  }
}

private func isControl(_ scalar: Unicode.Scalar) -> Bool {
  scalar.value < 0x20 || scalar.value == 0x7F
}

/// A duration in an answer, in seconds from now.
///
/// More than ten years is an error, since services do not grant that.
package struct Lifetime: Decodable, Sendable {
  package let seconds: Int

  package init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let seconds = try? container.decode(Int.self), 0...315_360_000 ~= seconds else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "no usable time")
    }
    self.seconds = seconds
  }
}

/// The time in an ISO 8601 text of the years 1970 to 9999; throws for any other text.
package func parseExpiration(_ text: String) throws(ResponseError) -> Date {
  guard let date = parseISO8601(text) else { throw .invalidTime(text) }
  return date
}

import Accounts
import Foundation

/// What a JSON answer holds; throws for anything but whole JSON of that shape, whose types are not converted.
func decodeJSON<Value: Decodable>(
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

import Foundation

/// A request whose answers and refusals are JSON.
protocol JSONOperation: APIOperation {}

extension JSONOperation {
  package static func errorResponse(_ response: HTTPResponse) throws(ResponseError) -> ErrorResponse
  {
    try ErrorResponse(json: response)
  }
}

import Foundation

extension ErrorResponse {
  /// The refusal in a JSON answer: its code by the header that AWS sends, else by the body.
  ///
  /// Throws where neither says it.
  init(json response: HTTPResponse) throws(ResponseError) {
    let said: ErrorBody
    let named = response.headers.named("x-amzn-errortype")
    do throws(ResponseError) {
      said = try decodeJSON(response.body, as: ErrorBody.self)
    } catch {
      guard named != nil else { throw error }
      said = ErrorBody()
    }
    guard let code = named ?? said.__type ?? said.code ?? said.error else {
      throw .invalidValue("code")
    }
    self.init(
      code: shortCode(code), message: said.message ?? said.Message ?? said.error_description ?? "",
      requestID: response.headers.named("x-amzn-requestid"), httpStatus: response.status,
      oauthError: said.error)
  }
}

/// The ways in which AWS's services and OAuth put an error.
private struct ErrorBody: Decodable {
  var __type, code, error, message, Message, error_description: String?
}

/// The code without the namespace before it and the address after it.
private func shortCode(_ code: String) -> String {
  let name = code.prefix { $0 != ":" }
  return String(name.lastIndex(of: "#").map { name[name.index(after: $0)...] } ?? name)
}

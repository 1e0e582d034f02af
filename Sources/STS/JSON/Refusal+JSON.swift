import Foundation

extension Refusal {
  /// The refusal in a JSON answer: its code by the header that AWS sends, else by the body.
  ///
  /// Throws where neither says it.
  init(json response: HTTPResponse) throws(AnswerFault) {
    let said: Said
    let named = response.headers.named("x-amzn-errortype")
    do throws(AnswerFault) {
      said = try json(response.body, as: Said.self)
    } catch {
      guard named != nil else { throw error }
      said = Said()
    }
    guard let code = named ?? said.__type ?? said.code ?? said.error else {
      throw .notGiven("code")
    }
    self.init(
      code: bare(code), message: said.message ?? said.Message ?? said.error_description ?? "",
      requestID: response.headers.named("x-amzn-requestid"), httpStatus: response.status,
      oauthError: said.error)
  }
}

/// The ways in which AWS's services and OAuth put an error.
private struct Said: Decodable {
  var __type, code, error, message, Message, error_description: String?
}

/// The code without the namespace before it and the address after it.
private func bare(_ code: String) -> String {
  let name = code.prefix { $0 != ":" }
  return String(name.lastIndex(of: "#").map { name[name.index(after: $0)...] } ?? name)
}

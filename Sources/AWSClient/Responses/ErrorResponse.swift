import Foundation

/// What AWS says where it says no.
package struct ErrorResponse: Sendable, Hashable {
  /// AWS's name for the error, as `AccessDenied`; empty where the service gave none.
  package let code: String
  /// As AWS words it; not yet cleaned.
  package let message: String
  package let requestID: String?
  package let httpStatus: Int
  /// What OAuth calls the error, as `authorization_pending`, where the service says that too.
  package let oauthError: String?

  package init(
    code: String, message: String, requestID: String? = nil, httpStatus: Int,
    oauthError: String? = nil
  ) {
    self.code = code
    self.message = message
    self.requestID = requestID
    self.httpStatus = httpStatus
    self.oauthError = oauthError
  }
}

extension ErrorResponse {
  /// The refusal in an `<ErrorResponse>`; throws where the answer is none.
  package init(_ response: HTTPResponse) throws(ResponseError) {
    let root = try parseXML(response.body)
    // Services that speak like STS (moto among them) may put the error one level deeper, as botocore allows.
    let inside = root.child("Error") ?? root.child("Errors")?.child("Error")
    guard let error = root.name == "Error" ? root : inside else {
      throw .unexpectedElement(root.name)
    }
    code = try error.text(of: "Code")
    message = error.child("Message")?.text ?? ""
    requestID = (root.child("RequestId") ?? root.child("RequestID"))?.text
    httpStatus = response.status
    oauthError = nil
  }
}

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

import Foundation

/// An error that AWS returned.
package struct ErrorResponse: Sendable, Hashable {
  /// AWS's name for the error, like `AccessDenied`; empty if the service gave none.
  package let code: String
  /// AWS's own text; not cleaned.
  package let message: String
  package let requestID: String?
  package let httpStatus: Int
  /// OAuth's name for the error, like `authorization_pending`, if the service gave one.
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
  /// The error in an `<ErrorResponse>`; throws if the response is not one.
  package init(_ response: HTTPResponse) throws(ResponseError) {
    let root = try parseXML(response.body)
    // Servers compatible with STS, like moto, may put the error one level deeper. botocore reads
    // both, too.
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
  /// The error in a JSON response; its code is in AWS's header, or else in the body.
  ///
  /// Throws if neither has a code.
  init(json response: HTTPResponse) throws(ResponseError) {
    let body: ErrorBody
    let headerCode = response.headers.named("x-amzn-errortype")
    do throws(ResponseError) {
      body = try decodeJSON(response.body, as: ErrorBody.self)
    } catch {
      guard headerCode != nil else { throw error }
      body = ErrorBody()
    }
    guard let code = headerCode ?? body.__type ?? body.code ?? body.error else {
      throw .invalidValue("code")
    }
    self.init(
      code: shortCode(code), message: body.message ?? body.Message ?? body.error_description ?? "",
      requestID: response.headers.named("x-amzn-requestid"), httpStatus: response.status,
      oauthError: body.error)
  }
}

/// The keys that AWS's services and OAuth use for an error.
private struct ErrorBody: Decodable {
  var __type, code, error, message, Message, error_description: String?
}

/// The code without the namespace before it and the address after it.
private func shortCode(_ code: String) -> String {
  let name = code.prefix { $0 != ":" }
  return String(name.lastIndex(of: "#").map { name[name.index(after: $0)...] } ?? name)
}

/// What AWS says where it says no: an `<ErrorResponse>`.
package struct Refusal: Sendable, Hashable {
  /// AWS's name for the error, as `AccessDenied`.
  package let code: String
  /// As AWS words it; not yet cleaned.
  package let message: String
  package let requestID: String?
  package let httpStatus: Int

  package init(code: String, message: String, requestID: String? = nil, httpStatus: Int) {
    self.code = code
    self.message = message
    self.requestID = requestID
    self.httpStatus = httpStatus
  }
}

extension Refusal {
  /// The refusal in an answer; throws where it holds none.
  package init(_ response: HTTPResponse) throws(AnswerFault) {
    let root = try xml(response.body)
    // Services that speak like STS (moto among them) may put the error one level deeper, as botocore allows.
    let inside = root.child("Error") ?? root.child("Errors")?.child("Error")
    guard let error = root.name == "Error" ? root : inside else { throw .unexpected(root.name) }
    code = try error.text(of: "Code")
    message = error.child("Message")?.text ?? ""
    requestID = (root.child("RequestId") ?? root.child("RequestID"))?.text
    httpStatus = response.status
  }
}

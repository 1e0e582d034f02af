package import AWSClient

/// Gets the identity behind the credentials of a request from STS; it needs no permission.
package struct GetCallerIdentity: Sendable, Hashable {
  package init() {}
}

extension GetCallerIdentity: STSOperation {
  package static let action = "GetCallerIdentity"
  package var form: QueryForm { QueryForm(action: Self.action) }
  package var violations: [String] { [] }
  package var context: RequestContext { RequestContext(.getCallerIdentity) }

  package static func answer(in result: ResponseElement) throws(ResponseError) -> CallerIdentity {
    CallerIdentity(
      account: try result.text(of: "Account"), arn: try result.text(of: "Arn"),
      userID: try result.text(of: "UserId"))
  }
}

/// The identity whose credentials signed a request.
package struct CallerIdentity: Sendable, Hashable {
  package let account: String
  package let arn: String
  package let userID: String

  package init(account: String, arn: String, userID: String) {
    self.account = account
    self.arn = arn
    self.userID = userID
  }
}

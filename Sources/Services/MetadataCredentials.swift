import AWSClient
import Foundation
import Secrets

/// Credentials in the format of the container's endpoint and of the instance's metadata.
struct MetadataCredentials: Decodable {
  var AccessKeyId, SecretAccessKey, Token, Expiration: NonEmptyString
  var AccountId: String?

  /// The credentials; throws if their expiration is not a time.
  func credentials() throws(ResponseError) -> AWSCredentials {
    AWSCredentials(
      accessKeyID: AccessKeyId.text, secretAccessKey: Secret(SecretAccessKey.text),
      sessionToken: Secret(Token.text), expiration: try parseExpiration(Expiration.text),
      accountID: AccountId)
  }
}

extension ErrorResponse {
  /// The error of a metadata service; often only its HTTP status is known.
  init(metadata response: HTTPResponse) {
    let body = try? decodeJSON(response.body, as: ErrorBody.self)
    self.init(
      code: body?.code ?? body?.Code ?? "", message: body?.message ?? body?.Message ?? "",
      httpStatus: response.status)
  }
}

private struct ErrorBody: Decodable {
  var code, Code, message, Message: String?
}

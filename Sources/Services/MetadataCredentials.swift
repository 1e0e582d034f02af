import AWSClient
import Foundation
import Secrets

/// Keys as the container's endpoint and the instance's metadata write them.
struct MetadataCredentials: Decodable {
  var AccessKeyId, SecretAccessKey, Token, Expiration: NonEmptyString
  var AccountId: String?

  /// The keys with their end; throws where that is no time.
  func credentials() throws(ResponseError) -> AWSCredentials {
    AWSCredentials(
      accessKeyID: AccessKeyId.text, secretAccessKey: Secret(SecretAccessKey.text),
      sessionToken: Secret(Token.text), expiration: try parseExpiration(Expiration.text),
      accountID: AccountId)
  }
}

extension ErrorResponse {
  /// What an answer of a metadata service says: often no more than its status.
  init(metadata response: HTTPResponse) {
    let said = try? decodeJSON(response.body, as: ErrorBody.self)
    self.init(
      code: said?.code ?? said?.Code ?? "", message: said?.message ?? said?.Message ?? "",
      httpStatus: response.status)
  }
}

private struct ErrorBody: Decodable {
  var code, Code, message, Message: String?
}

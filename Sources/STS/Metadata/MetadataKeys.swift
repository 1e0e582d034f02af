import Foundation
import Secrets

/// Keys as the container's endpoint and the instance's metadata write them.
struct MetadataKeys: Decodable {
  var AccessKeyId, SecretAccessKey, Token, Expiration: GivenText
  var AccountId: String?

  /// The keys with their end; throws where that is no time.
  func keys() throws(AnswerFault) -> Keys {
    Keys(
      accessKeyID: AccessKeyId.text, secretAccessKey: Secret(SecretAccessKey.text),
      sessionToken: Secret(Token.text), expiration: try time(Expiration.text),
      accountID: AccountId)
  }
}

extension Refusal {
  /// What an answer of a metadata service says: often no more than its status.
  init(metadata response: HTTPResponse) {
    let said = try? json(response.body, as: Said.self)
    self.init(
      code: said?.code ?? said?.Code ?? "", message: said?.message ?? said?.Message ?? "",
      httpStatus: response.status)
  }
}

private struct Said: Decodable {
  var code, Code, message, Message: String?
}

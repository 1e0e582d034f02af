import AWSClient
import Foundation
import Secrets

/// An answer, read as a test needs it.
struct Reply {
  let status: Int
  let text: String
  let headers: [HTTPHeader]

  init(_ response: HTTPResponse) {
    status = response.status
    text = String(decoding: response.body, as: UTF8.self)
    headers = response.headers
  }

  /// The text of the first element of that name.
  subscript(name: String) -> String? {
    let rest = text.components(separatedBy: "<\(name)>").dropFirst().first
    return rest?.components(separatedBy: "</\(name)>").first?
      .replacingOccurrences(of: "&lt;", with: "<").replacingOccurrences(of: "&amp;", with: "&")
  }

  /// Status, code and message of a refusal; empty where there is none.
  var refusal: String {
    guard let code = self["Code"], let message = self["Message"] else { return "" }
    return "\(status) \(code): \(message)"
  }

  /// The issued credentials, or unknown ones.
  var keys: AWSCredentials {
    AWSCredentials(
      accessKeyID: self["AccessKeyId"] ?? "none",
      secretAccessKey: Secret(self["SecretAccessKey"] ?? "none"),
      sessionToken: self["SessionToken"].map(Secret.init))
  }
}

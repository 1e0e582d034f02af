import AWSConfig
import Secrets
import Services

extension ContainerSource {
  /// What the container's endpoint gives now; throws `CredentialError` or STS's `ServiceError`.
  func keys(_ outside: CredentialDependencies) async throws -> AWSCredentials {
    try await containerCredentials(
      url: url, authorization: try token(outside), timing: outside.timing, send: outside.send)
  }

  private func token(_ outside: CredentialDependencies) throws(CredentialError) -> Secret? {
    switch authorization {
    case .none: return nil
    case .token(let token): return token
    case .file(let path):
      let text = try read(path, outside)
      // Not trimmed, as the AWS CLI does not: another line would be another header.
      guard !text.unicodeScalars.contains(where: { $0 == "\r" || $0 == "\n" }) else {
        throw .badAuthorization(file: path, why: "it holds a line break.")
      }
      return Secret(text)
    }
  }

  private func read(_ path: String, _ outside: CredentialDependencies) throws(CredentialError)
    -> String
  {
    do { return String(decoding: try outside.read(path), as: UTF8.self) } catch {
      throw .badAuthorization(file: path, why: "\(error)")
    }
  }
}

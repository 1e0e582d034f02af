import AWSConfig
import Secrets
import Services

extension ContainerSource {
  /// The credentials from the container's endpoint.
  ///
  /// Throws `CredentialError` or `ServiceError`.
  func keys(_ dependencies: CredentialDependencies) async throws -> AWSCredentials {
    try await containerCredentials(
      url: url, authorization: try token(dependencies), timing: dependencies.timing,
      send: dependencies.send)
  }

  private func token(_ dependencies: CredentialDependencies) throws(CredentialError) -> Secret? {
    switch authorization {
    case .none: return nil
    case .token(let token): return token
    case .file(let path):
      let text = try read(path, dependencies)
      // Not trimmed, as in the AWS CLI. A second line would be a second header.
      guard !text.unicodeScalars.contains(where: { $0 == "\r" || $0 == "\n" }) else {
        throw .badAuthorization(file: path, why: "it contains a line break.")
      }
      return Secret(text)
    }
  }

  private func read(_ path: String, _ dependencies: CredentialDependencies) throws(CredentialError)
    -> String
  {
    do { return String(decoding: try dependencies.read(path), as: UTF8.self) } catch {
      throw .badAuthorization(file: path, why: "\(error)")
    }
  }
}

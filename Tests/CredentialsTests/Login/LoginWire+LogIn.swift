import AWSConfig
import Credentials
import Foundation
import Synchronization

extension LoginWire {
  /// Logs in; `browsing` handles an address that is opened; by default there is no browser.
  func logIn(
    _ login: SSOLogin = LoginWire.corp, method: LoginMethod = .deviceCode,
    since needed: LoginNeededError? = nil,
    impatient: Bool = false, browsing: @escaping @Sendable (String) async -> Bool = { _ in false }
  ) async throws {
    try await Credentials.logIn(
      login, profile: "dev", method: method, services: LoginWire.services,
      dependencies: dependencies(impatient: impatient), since: needed,
      open: { url in
        self.open(url)
        return await browsing(url)
      }, tell: { self.tell($0) })
  }
}

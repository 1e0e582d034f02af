package import AWSConfig

extension SSOLogin {
  /// The name of the file with the token, as the AWS CLI has it: what is digested is not changed in any way.
  package var tokenFile: String { sha1(name) + ".json" }

  /// The name of the file with the client, as the AWS CLI has it, which calls the tool "botocore".
  package var registrationFile: String {
    let key: [String: JSONValue] = [
      "tool": .string("botocore"), "startUrl": .string(startURL), "region": .string(region),
      "scopes": scopes.map { .array($0.map(JSONValue.string)) } ?? .null,
      "session_name": session.map(JSONValue.string) ?? .null,
    ]
    return sha1(pythonJSON(.object(key), spaced: true)) + ".json"
  }

  /// What the login is known by: the sso-session's name, else the start URL.
  package var name: String { session ?? startURL }

  /// What a client is registered for: for a browser AWS wants some scope, and the AWS CLI asks for this one.
  func scopes(for way: LoginMethod) -> [String]? {
    let scopes = scopes.flatMap { $0.isEmpty ? nil : $0 }
    return way == .browser ? scopes ?? ["sso:account:access"] : scopes
  }
}

/// Where a browser begins a login to Identity Center by PKCE; the key is `scopes`, as AWS has it, not OAuth's.
package func authorizationURL(
  endpoint: Endpoint, clientID: String, redirectURI: String, state: String, challenge: String,
  scopes: [String]
) -> String {
  let parameters = [
    ("response_type", "code"), ("client_id", clientID), ("redirect_uri", redirectURI),
    ("state", state), ("code_challenge_method", "S256"),
    ("scopes", scopes.joined(separator: " ")), ("code_challenge", challenge),
  ]
  let query = parameters.map { "\($0)=\(percentEncoded($1.utf8))" }.joined(separator: "&")
  return endpoint.url(of: "/authorize?" + query)
}

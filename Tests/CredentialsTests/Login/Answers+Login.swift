import AWSClient

// Answers as the services of Identity Center and of console sign-in give them.
extension HTTPResponse {
  static func json(_ text: String, status: Int = 200) -> HTTPResponse {
    HTTPResponse(
      status: status, headers: [HTTPHeader("Content-Type", "application/json")],
      body: Array(text.utf8))
  }

  static func refusal(_ status: Int, _ code: String) -> HTTPResponse {
    var answer = json(#"{"error": "e", "error_description": "words"}"#, status: status)
    answer.headers.append(HTTPHeader("x-amzn-ErrorType", code))
    return answer
  }

  static let roleKeys = json(
    """
    {"roleCredentials": {"accessKeyId": "ASIAROLE", "secretAccessKey": "s", "sessionToken": "t", \
    "expiration": 1790003600000}}
    """)
  static let client = json(
    """
    {"clientId": "cid", "clientSecret": "csec", "clientIdIssuedAt": 1790000000, \
    "clientSecretExpiresAt": 1797776000}
    """)
  static let code = json(
    """
    {"deviceCode": "dc", "userCode": "ABCD-EFGH", "verificationUri": "https://d.test/", \
    "verificationUriComplete": "https://d.test/?user_code=ABCD-EFGH", "expiresIn": 600, "interval": 6}
    """)
  static let token = json(
    #"{"accessToken": "NEW", "expiresIn": 28800, "refreshToken": "rt2", "tokenType": "Bearer"}"#)
  static let pending = refusal(400, "AuthorizationPendingException")
  static let slowDown = refusal(400, "SlowDownException")
  static let ended = refusal(401, "UnauthorizedException")
}

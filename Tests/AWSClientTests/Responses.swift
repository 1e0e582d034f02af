import AWSClient
import Foundation

/// An answer with an XML body.
func xmlResponse(
  _ body: String, status: Int = 200, headers: [HTTPHeader] = []
) -> HTTPResponse {
  HTTPResponse(status: status, headers: headers, body: Array(body.utf8))
}

/// What STS answers where it grants a role.
func assumeRoleAnswer(expiration: String = "2026-01-02T04:04:05Z") -> String {
  """
  <AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult>
  <Credentials><Expiration>\(expiration)</Expiration><SessionToken>t&lt;&amp;&gt;</SessionToken>
  <AccessKeyId>ASIAEXAMPLE</AccessKeyId><SecretAccessKey>s/+=</SecretAccessKey></Credentials>
  <PackedPolicySize>6</PackedPolicySize><AssumedRoleUser>
  <Arn>arn:aws:sts::123456789012:assumed-role/rr/me</Arn><AssumedRoleId>AROA:me</AssumedRoleId>
  </AssumedRoleUser></AssumeRoleResult><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata>
  </AssumeRoleResponse>
  """
}

/// What STS answers where it says no.
func refusalResponse(
  _ code: String, _ message: String = "", status: Int = 400, headers: [HTTPHeader] = []
) -> HTTPResponse {
  xmlResponse(
    """
    <ErrorResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><Error><Type>Sender</Type>
    <Code>\(code)</Code><Message>\(message)</Message></Error>
    <RequestId>r</RequestId></ErrorResponse>
    """, status: status, headers: headers)
}

/// An answer with a JSON body.
func jsonResponse(
  _ body: String, status: Int = 200, headers: [HTTPHeader] = []
) -> HTTPResponse {
  HTTPResponse(status: status, headers: headers, body: Array(body.utf8))
}

/// What a service that speaks JSON answers where it says no.
func jsonRefusal(_ code: String, _ message: String = "m", status: Int = 400) -> HTTPResponse {
  jsonResponse(
    #"{"message":"\#(message)"}"#, status: status,
    headers: [HTTPHeader("x-amzn-ErrorType", code)])
}

extension HTTPRequest {
  /// The members of a JSON body; empty where it is none.
  var json: [String: String] {
    let object = try? JSONDecoder().decode([String: Value].self, from: Data(body))
    return (object ?? [:]).mapValues(\.text)
  }
}

/// A text, or a list of them with commas between.
private struct Value: Decodable {
  let text: String

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let list = try? container.decode([String].self)
    text = try list?.joined(separator: ",") ?? container.decode(String.self)
  }
}

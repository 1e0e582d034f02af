import STS

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

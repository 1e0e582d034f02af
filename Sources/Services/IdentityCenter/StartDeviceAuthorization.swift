package import AWSClient
package import Foundation
package import Secrets

/// Gets a code from Identity Center that a person approves in any browser.
package struct StartDeviceAuthorization: Sendable, Hashable {
  package var clientID: String
  package var clientSecret: Secret
  package var startURL: String

  package init(clientID: String, clientSecret: Secret, startURL: String) {
    self.clientID = clientID
    self.clientSecret = clientSecret
    self.startURL = startURL
  }
}

extension StartDeviceAuthorization: JSONOperation {
  package var context: RequestContext {
    RequestContext(.startDeviceAuthorization(startURL: startURL))
  }

  package func request(to endpoint: Endpoint, at date: Date) -> HTTPRequest {
    .post(
      RequestBody(clientId: clientID, clientSecret: clientSecret.revealed, startUrl: startURL),
      to: endpoint, "/device_authorization")
  }

  package func answer(
    _ response: HTTPResponse, at date: Date
  ) throws(ResponseError) -> DeviceAuthorization {
    let answer = try decodeJSON(response.body, as: ResponseBody.self)
    for (name, url) in [
      ("verificationUri", answer.verificationUri),
      ("verificationUriComplete", answer.verificationUriComplete),
    ] {
      if let url, !isWebAddress(url.text) { throw .invalidValue(name) }
    }
    let interval = answer.interval ?? 5
    guard 1...600 ~= interval else { throw .invalidValue("interval") }
    return DeviceAuthorization(
      deviceCode: Secret(answer.deviceCode.text), userCode: answer.userCode.text,
      verificationURI: answer.verificationUri.text,
      verificationURIComplete: answer.verificationUriComplete?.text,
      expiresIn: answer.expiresIn.seconds, interval: interval)
  }
}

private struct RequestBody: Encodable {
  var clientId, clientSecret, startUrl: String
}

private struct ResponseBody: Decodable {
  var deviceCode, userCode, verificationUri: NonEmptyString
  var verificationUriComplete: NonEmptyString?
  var expiresIn: Lifetime
  var interval: Int?
}

/// A login that is waiting for approval.
package struct DeviceAuthorization: Sendable, Hashable {
  /// The code to request the token with.
  package let deviceCode: Secret
  /// The code that the person compares or types; without control characters, but not cleaned.
  package let userCode: String
  /// The web address at which the person types the code.
  package let verificationURI: String
  /// The same web address with the code in it, so that the person need not type it.
  package let verificationURIComplete: String?
  /// In seconds, from now.
  package let expiresIn: Int
  /// The minimum time between two requests for the token, in seconds; 5 if AWS gives none.
  package let interval: Int

  package init(
    deviceCode: Secret, userCode: String, verificationURI: String,
    verificationURIComplete: String?, expiresIn: Int, interval: Int
  ) {
    self.deviceCode = deviceCode
    self.userCode = userCode
    self.verificationURI = verificationURI
    self.verificationURIComplete = verificationURIComplete
    self.expiresIn = expiresIn
    self.interval = interval
  }
}

package import AWSClient
package import Foundation
package import Secrets

/// Asks Identity Center for a code that a person approves in any browser.
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
      expiresIn: answer.expiresIn.count, interval: interval)
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

/// A login that waits to be approved.
package struct DeviceAuthorization: Sendable, Hashable {
  /// What the token is asked for with.
  package let deviceCode: Secret
  /// What the person compares, or types; not yet cleaned, though without control characters.
  package let userCode: String
  /// Where the person types it: a web address.
  package let verificationURI: String
  /// The same with the code in it, so that nothing is to be typed.
  package let verificationURIComplete: String?
  /// In seconds, from now.
  package let expiresIn: Int
  /// The least time between two questions whether it is approved, in seconds; 5 where AWS gives none.
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

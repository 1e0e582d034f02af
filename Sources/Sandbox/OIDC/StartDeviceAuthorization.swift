import Foundation

extension IdentityCenter {
  /// Begins the login of a device: a code for it, and one for its user to type elsewhere.
  ///
  /// `origin` is where this is served.
  mutating func startDeviceAuthorization(
    _ parameters: Parameters, origin: String, _ arbitrary: inout RandomSource, at now: Date
  ) throws(FakeAWSError) -> Answer {
    let client = try client(parameters, at: now)
    guard client.grants.contains(.deviceCode) else { throw .unauthorizedClient(.deviceCode) }
    guard try parameters.required("startUrl") == startURL else {
      throw .invalidRequest("Invalid start url provided")
    }
    let device = DeviceGrant(
      client: client.id, userCode: arbitrary.userCode(), end: now + TimeInterval(lifetimes.device),
      interval: interval)
    let code = arbitrary.token()
    devices[code] = device
    let page = origin + Route.device.path
    return try Answer(
      json: ResponseBody(
        deviceCode: code, userCode: device.userCode, verificationUri: page,
        verificationUriComplete: "\(page)?user_code=\(device.userCode)",
        expiresIn: lifetimes.device, interval: interval), caller: client.id)
  }
}

private struct ResponseBody: Encodable {
  var deviceCode, userCode, verificationUri, verificationUriComplete: String
  var expiresIn, interval: Int
}

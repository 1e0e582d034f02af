/// What a signature is good for: one day, one region, one service.
package struct SigningScope: Sendable, Hashable {
  /// In UTC, as `YYYYMMDD`.
  package let day: String
  package let region: String
  package let service: String

  package init(day: String, region: String, service: String) {
    self.day = day
    self.region = region
    self.service = service
  }
}

extension SigningScope: CustomStringConvertible {
  /// As it stands in a credential: `20260101/us-east-1/sts/aws4_request`.
  package var description: String { "\(day)/\(region)/\(service)/aws4_request" }
}

/// Where a service is asked, and the region that a request to it is signed for.
package struct Endpoint: Sendable, Hashable {
  /// An absolute URL, its path kept as configured.
  package let url: String
  package let signingRegion: String

  package init(url: String, signingRegion: String) {
    self.url = url
    self.signingRegion = signingRegion
  }
}

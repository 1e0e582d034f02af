import Accounts
import Canvas
import Testing

/// The words that determine the colour of an entry without one.
struct NamedEnvironmentTests {
  @Test(
    arguments: [
      ("prod", .production), ("acme-prod", .production), ("AcmeProd", .production),
      ("acmeProd2", .production), ("AWSProdAdmin", .production), ("PRODUCTION", .production),
      ("prod1.eu", .production), ("Payments production, admin", .production),
      ("x_prd", .production),
      ("acme-stag", .staging), ("stage", .staging), ("Staging/Admin", .staging),
      ("uat-3", .staging),
      ("preprod", .staging), ("pre-prod", .staging), ("PreProd", .staging),
      ("preproduction", .staging), ("dev", .development), ("test-eu", .development),
      ("Development", .development), ("acme.qa", .development), ("sandbox", .sandbox),
      ("my sandbox 3", .sandbox), ("prod-test", .production), ("test-staging", .staging),
      ("nonprod-dev", .development), ("devops-prod", .production), ("Zürich prod", .production),
    ] as [(String, NamedEnvironment)])
  func isReadInAWord(name: String, environment: NamedEnvironment) {
    #expect(NamedEnvironment(in: name) == environment)
  }

  @Test(arguments: [
    "", "product", "products-eu", "reproduce", "nonprod", "non-prod", "NonProd", "not_prod",
    "devops", "DevOps", "dev-ops", "device", "latest", "contest", "testament", "protest",
    "backstage",
    "stagecoach", "sandboxed", "prodé", "éprod", "default", "admin", "123", "aprod", "prodx",
    "developmentdevelopment",
  ])
  func isNotReadInAPartOfOne(name: String) {
    #expect(NamedEnvironment(in: name) == nil)
  }

  @Test(arguments: [
    (NamedEnvironment.production, "#d13212"), (.staging, "#f2c744"), (.development, "#1d8102"),
    (.sandbox, "#0073bb"),
  ])
  func hasAColour(environment: NamedEnvironment, hex: String) {
    #expect(environment.color.hex == hex)
  }
}

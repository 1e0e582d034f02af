/// All entries of the demo, in the order of its files.
let demoEntries: [DemoEntry] = [
  ("payments", payments), ("storefront", storefront), ("data", data), ("platform", platform),
  ("security", security), ("overseas", overseas), ("lantern", lantern),
].flatMap { group, entries in
  entries.map { entry in
    var entry = entry
    entry.group = group
    return entry
  }
}

private let payments: [DemoEntry] = [
  .role("payments-dev-admin", "Payments development, admin", .paymentsDev, "Admin"),
  .role(
    "payments-prod-admin", "Payments production, admin", .paymentsProd, "Admin", shortcut: "p"
  )
  .with(confirm: true),
  .role("payments-prod-readonly", "Payments production, read only", .paymentsProd, "ReadOnly"),
  .role("payments-prod-deploy", "Payments production, deploy", .paymentsProd, "Deploy")
    .with(seconds: 14400),
  .role(
    "payments-prod-breakglass", "Payments production, break glass", .paymentsProd, "BreakGlass",
    .code, color: "orange", shortcut: "b"),
  .role("payments-staging-admin", "Payments staging, admin", .paymentsStaging, "Admin"),
  .role("payments-staging-deploy", "Payments staging, deploy", .paymentsStaging, "Deploy"),
  .role(
    "card-network", "Card network, settlement reports", .cardNetwork, "partners/SettlementReader",
    .externalID("harbour-and-pine:4471"), color: "pink"),
]

private let storefront: [DemoEntry] = [
  .role(
    "storefront-prod-admin", "Storefront production, admin", .storefrontProd, "Admin",
    shortcut: "s"
  ).with(confirm: true),
  .role(
    "storefront-prod-admin-eu", "Storefront production, admin (Ireland)", .storefrontProd, "Admin"
  ).with(region: "eu-west-1"),
  .role(
    "storefront-prod-readonly", "Storefront production, read only", .storefrontProd, "ReadOnly"),
  .role(
    "storefront-prod-look", "Storefront production, read-only view", .storefrontProd, "Admin",
    in: .settings
  ).with(readOnly: true),
  .role("storefront-prod-deploy", "Storefront production, deploy", .storefrontProd, "Deploy"),
  .role("storefront-staging-admin", "Storefront staging, admin", .storefrontStaging, "Admin"),
  .role("storefront-staging-deploy", "Storefront staging, deploy", .storefrontStaging, "Deploy"),
  .role("storefront-dev-admin", "Storefront development, admin", .storefrontDev, "Admin"),
]

private let data: [DemoEntry] = [
  .role("data-prod-admin", "Data production, admin", .dataProd, "Admin", shortcut: "d"),
  .role("data-prod-analyst", "Data production, analyst", .dataProd, "Analyst"),
  .role(
    "data-prod-pipeline", "Data production, pipeline", .dataProd, "Pipeline", from: "platform-hub"),
  .role(
    "warehouse-loader", "Warehouse loader (three hops)", .dataProd, "warehouse/Loader",
    from: "data-prod-pipeline", color: "teal", shortcut: "w"),
  .role("data-dev-admin", "Data development, admin", .dataDev, "Admin"),
  .role("data-dev-notebooks", "Data development, notebooks", .dataDev, "Notebooks"),
]

private let platform: [DemoEntry] = [
  .keys("harbour", "Maya's own user", .identity, color: "grey"),
  .role("platform-hub", "Platform hub", .platform, "Hub", color: "blue", shortcut: "h"),
  .role("platform-admin", "Platform, admin", .platform, "Admin", color: "blue"),
  .role("platform-readonly", "Platform, read only", .platform, "ReadOnly", color: "blue"),
  .role("container-registry", "Container registry, push", .platform, "RegistryPush", color: "blue"),
  .role("network-admin", "Network, admin", .network, "Admin", in: .settings, color: "blue"),
  .role("network-readonly", "Network, read only", .network, "ReadOnly", color: "blue"),
]

private let security: [DemoEntry] = [
  .role("security-audit", "Security, audit", .security, "SecurityAudit", color: "purple"),
  .role(
    "security-incident", "Security, incident response", .security, "IncidentResponse",
    .codeFromProcess, color: "purple", shortcut: "i"),
  .role(
    "security-forensics", "Security, forensics (refused)", .security, "Forensics", .anotherCaller,
    color: "purple"),
  .role("log-archive", "Log archive, read only", .logs, "LogReader", color: "purple"),
  .role("billing", "Billing", .finance, "Billing", color: "grey"),
  .role(
    "billing-reports", "Billing reports", .finance, "ReportReader", in: .settings, color: "grey"),
]

private let overseas: [DemoEntry] = [
  .keys("harbour-china", "Maya's user in China", .china, color: "grey"),
  .role(
    "china-prod-admin", "China production, admin", .china, "Admin", from: "harbour-china",
    shortcut: "c"),
  .role(
    "china-prod-readonly", "China production, read only", .china, "ReadOnly", from: "harbour-china"
  )
  .with(region: "cn-northwest-1"),
  .keys("harbour-libraries", "Maya's user in GovCloud", .libraries, color: "grey"),
  .role(
    "libraries-prod-admin", "Public libraries production, admin", .libraries, "Admin",
    from: "harbour-libraries"),
  .role(
    "libraries-prod-readonly", "Public libraries production, read only", .libraries, "ReadOnly",
    from: "harbour-libraries"),
]

/// Lantern Press, bought last year, whose accounts use Identity Center.
private let lantern: [DemoEntry] = [
  .permissionSet(
    "lantern-prod-admin", "Lantern Press production, admin", .lanternProd, "AdministratorAccess",
    shortcut: "l"),
  .permissionSet(
    "lantern-prod-readonly", "Lantern Press production, read only", .lanternProd, "ViewOnlyAccess"),
  .permissionSet(
    "lantern-staging-admin", "Lantern Press staging, admin", .lanternStaging, "AdministratorAccess"),
  .permissionSet(
    "lantern-dev-admin", "Lantern Press development, admin", .lanternDev, "AdministratorAccess"),
  .permissionSet(
    "lantern-dev-readonly", "Lantern Press development, read only", .lanternDev, "ViewOnlyAccess"),
  .role(
    "lantern-royalties", "Lantern Press, royalty reports", .lanternProd, "RoyaltyReports",
    from: "lantern-prod-readonly", color: "pink"),
]

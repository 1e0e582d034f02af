// swift-tools-version: 6.2
import PackageDescription

// A program that nothing links to need not export forty thousand symbols, and relocations that are packed are
// read faster: together about a tenth of the time that it takes to start.
let quickStart = [
  "-use-ld=lld", "-Xlinker", "--no-export-dynamic", "-Xlinker", "-z", "-Xlinker",
  "pack-relative-relocs",
]
// At a fixed place, as Go's programs are, it needs next to no relocations: a quarter of that time.
let fixedPlace = ["-Xclang-linker", "-no-pie"]

let themes = [
  "catppuccin-latte", "catppuccin-mocha", "dark", "deuteranopia",
  "deuteranopia-light", "dracula", "github", "gruvbox-dark",
  "gruvbox-light", "high-contrast", "high-contrast-light", "light",
  "nord", "one-dark", "rose-pine", "rose-pine-dawn",
  "solarized-dark", "solarized-light", "terminal", "tokyo-night",
  "tritanopia", "tritanopia-light",
]

let package = Package(
  name: "switchback",
  products: [.executable(name: "switchback", targets: ["Switchback"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .target(name: "CPosix"),
    .target(name: "Secrets"),
    .target(name: "Canvas"),
    .target(name: "Terminal", dependencies: ["Canvas", "CNcurses", "CPosix"]),
    .target(
      name: "Accounts",
      dependencies: ["Canvas", .product(name: "GRDB", package: "GRDB.swift"), "Yams"]),
    .target(name: "AWSConfig", dependencies: ["Accounts", "Secrets"]),
    .target(
      name: "STS",
      dependencies: ["Accounts", "Secrets", .product(name: "Crypto", package: "swift-crypto")]),
    .target(
      name: "Loopback",
      dependencies: [
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ]),
    .target(
      name: "Credentials",
      dependencies: [
        "Accounts", "AWSConfig", "STS", "Secrets", "CPosix", "Loopback",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    .target(name: "Shells", dependencies: ["Canvas", "Secrets"]),
    .target(name: "Picker", dependencies: ["Accounts", "Canvas"]),
    .target(
      name: "Sandbox",
      dependencies: [
        "STS", "Secrets", "Loopback",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    .executableTarget(
      name: "Switchback",
      dependencies: [
        "Accounts", "AWSConfig", "Canvas", "CPosix", "Credentials", "Picker", "Sandbox", "Secrets",
        "Shells", "STS", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      resources: themes.map { .embedInCode("../../Themes/\($0).yaml") },
      linkerSettings: [
        .unsafeFlags(quickStart, .when(platforms: [.linux])),
        .unsafeFlags(fixedPlace, .when(platforms: [.linux], configuration: .release)),
      ]),
    .testTarget(name: "SecretsTests", dependencies: ["Secrets"]),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Canvas", "CPosix"]),
    .testTarget(
      name: "AccountsTests",
      dependencies: ["Accounts", "Canvas", .product(name: "GRDB", package: "GRDB.swift")]),
    .testTarget(name: "AWSConfigTests", dependencies: ["AWSConfig", "Accounts", "Secrets"]),
    .testTarget(
      name: "STSTests",
      dependencies: [
        "STS", "Accounts", "Secrets", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "CredentialsTests",
      dependencies: ["Credentials", "AWSConfig", "Accounts", "Sandbox", "STS", "Secrets"]),
    .testTarget(
      name: "LoopbackTests",
      dependencies: [
        "Loopback", .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    .testTarget(name: "ShellsTests", dependencies: ["Shells", "Canvas", "Secrets"]),
    .testTarget(name: "PickerTests", dependencies: ["Picker", "Accounts", "Canvas"]),
    .testTarget(
      name: "GoldenTests", dependencies: ["Picker", "Terminal", "Accounts", "Canvas"],
      exclude: ["Goldens"]),
    .testTarget(name: "SandboxTests", dependencies: ["Sandbox", "STS", "Secrets"]),
    .testTarget(
      name: "SwitchbackTests",
      dependencies: [
        "Switchback", "AWSConfig", "Accounts", "Canvas", "Credentials", "Picker", "Sandbox",
        "Secrets", "Shells", "STS", "Terminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "Accounts", "Canvas", "Picker", "Sandbox", "Secrets", "STS", "Terminal",
        .product(name: "Subprocess", package: "swift-subprocess"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
    // Else the first use of each dictionary looks through ten thousand conformances.
    .unsafeFlags(
      ["-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors"],
      .when(configuration: .release)),
  ]
}

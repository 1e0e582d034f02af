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

let scripts = [
  "bash-exit.bash",
  "bash-hook.bash",
  "bash-owner-note.bash",
  "bash-start-up.bash",
  "fish-exit.fish",
  "fish-hook.fish",
  "fish-owner-note.fish",
  "fish-start-up.fish",
  "posix-exit.sh",
  "posix-hook.sh",
  "posix-start-up.sh",
  "posix-take.sh",
  "zsh-exit.zsh",
  "zsh-hook.zsh",
  "zsh-restore.zsh",
  "zsh-without-aliases.zsh",
  "zsh-zprofile.zsh",
  "zsh-zshenv.zsh",
  "zsh-zshrc.zsh",
]

let package = Package(
  name: "switchback",
  products: [.executable(name: "switchback", targets: ["Switchback"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses"),
    .target(name: "CPosix"),
    .target(name: "Secrets"),
    .target(name: "Text"),
    .target(name: "Files", dependencies: ["Text"]),
    .target(name: "YAML", dependencies: ["CPosix", "Yams"]),
    .target(name: "Canvas", dependencies: ["Text"]),
    .target(name: "Terminal", dependencies: ["Canvas", "CNcurses", "CPosix", "Text"]),
    .target(
      name: "Accounts",
      dependencies: [
        "Canvas", "Files", "Text", "YAML", "Yams", .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(name: "Search", dependencies: ["Accounts", "Canvas", "Files", "Text"]),
    .target(name: "AWSConfig", dependencies: ["Accounts", "Secrets", "Text"]),
    .target(
      name: "AWSClient",
      dependencies: [
        "Accounts", "Secrets", "Text", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(name: "STS", dependencies: ["AWSClient", "Accounts", "Secrets", "Text"]),
    .target(
      name: "Services",
      dependencies: [
        "AWSClient", "Secrets", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "HTTP",
      dependencies: [
        "AWSClient", "CPosix", "Files", "Secrets", "Text",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ]),
    .target(
      name: "Credentials",
      dependencies: [
        "AWSClient", "AWSConfig", "Accounts", "CPosix", "Files", "HTTP", "STS", "Secrets",
        "Services", "Text",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .target(
      name: "Shells", dependencies: ["Canvas", "Secrets", "Text"],
      resources: scripts.map { .embedInCode("Scripts/\($0)") }),
    .target(name: "Picker", dependencies: ["Accounts", "Canvas", "Search", "Text"]),
    .target(name: "Batch", dependencies: ["Accounts", "Canvas", "Files", "Text"]),
    .target(
      name: "CommandReference", dependencies: ["Shells", "Text"],
      resources: ["bash", "zsh", "fish"].map { .embedInCode("Scripts/completion.\($0)") }),
    .target(
      name: "Sandbox",
      dependencies: [
        "AWSClient", "HTTP", "Secrets",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "Switchback",
      dependencies: [
        "AWSClient", "AWSConfig", "Accounts", "Batch", "CPosix", "Canvas", "CommandReference",
        "Credentials", "Files", "HTTP", "Picker", "STS", "Sandbox", "Search", "Secrets",
        "Services", "Shells", "Terminal", "Text", "YAML",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Subprocess", package: "swift-subprocess"),
      ],
      resources: themes.map { .embedInCode("../../Themes/\($0).yaml") },
      linkerSettings: [
        .unsafeFlags(quickStart, .when(platforms: [.linux])),
        .unsafeFlags(fixedPlace, .when(platforms: [.linux], configuration: .release)),
      ]),
    .target(name: "TestSupport", dependencies: ["Accounts"], path: "Tests/TestSupport"),
    .testTarget(name: "SecretsTests", dependencies: ["Secrets"]),
    .testTarget(name: "TextTests", dependencies: ["Text", "TestSupport"]),
    .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
    .testTarget(name: "CanvasTests", dependencies: ["Canvas", "Text"]),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "Canvas", "CPosix", "Text"]),
    .testTarget(
      name: "AccountsTests",
      dependencies: [
        "Accounts", "Canvas", "Search", "TestSupport", "Text",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "SearchTests",
      dependencies: ["Accounts", "Canvas", "Files", "Search", "TestSupport", "Text"]),
    .testTarget(
      name: "AWSConfigTests", dependencies: ["AWSConfig", "Accounts", "Secrets", "Text"]),
    .testTarget(
      name: "AWSClientTests",
      dependencies: [
        "AWSClient", "STS", "Services", "Accounts", "Secrets", "Text",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "CredentialsTests",
      dependencies: [
        "Credentials", "AWSClient", "AWSConfig", "Accounts", "Files", "HTTP", "Sandbox", "Secrets",
        "Services", "Text", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .testTarget(
      name: "HTTPTests",
      dependencies: [
        "HTTP", "AWSClient", "Files", "Secrets", "Text",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "NIOCore", package: "swift-nio"),
      ]),
    .testTarget(
      name: "ShellsTests",
      dependencies: ["Shells", "Canvas", "Secrets", "Text"]),
    .testTarget(name: "CommandReferenceTests", dependencies: ["CommandReference"]),
    .testTarget(
      name: "PickerTests", dependencies: ["Picker", "Accounts", "Canvas", "Search", "Text"]),
    .testTarget(
      name: "GoldenTests",
      dependencies: ["Picker", "Terminal", "Accounts", "Canvas", "Search", "Text"],
      exclude: ["Goldens"]),
    .testTarget(
      name: "SandboxTests",
      dependencies: ["Sandbox", "AWSClient", "STS", "Services", "Secrets", "Text"]),
    .testTarget(
      name: "BatchTests", dependencies: ["Batch", "Accounts", "Canvas", "Text"]),
    .testTarget(
      name: "SwitchbackTests",
      dependencies: [
        "Switchback", "AWSClient", "AWSConfig", "Accounts", "Batch", "Canvas", "CommandReference",
        "Credentials", "Files", "HTTP", "Picker", "STS", "Sandbox", "Search", "Secrets", "Services",
        "Shells", "Terminal", "Text",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "AWSClient", "Accounts", "Canvas", "Picker", "STS", "Sandbox", "Secrets", "Services",
        "Terminal", "Text",
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

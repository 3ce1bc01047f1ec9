// swift-tools-version: 6.3
import PackageDescription

// The arrows go down only; a target may import what is listed for it and nothing else.
// docs/architecture.md draws the picture and says why.
let package = Package(
  name: "repo-vitals",
  products: [
    .executable(name: "vitals", targets: ["vitals"]),
    .executable(name: "github-simulator", targets: ["github-simulator"]),
  ],
  targets: [
    // The program: `vitals` holds `@main`, `VitalsApp` the commands and the run.
    .executableTarget(name: "vitals", dependencies: ["CurlTransport", "Model", "VitalsApp"]),
    .target(
      name: "VitalsApp",
      dependencies: [
        "Analytics", "Collector", "CurlTransport", "Delivery", "GitHub", "Gzip", "HTTP", "Model",
        "Reporting", "Resilience", "SQLiteStorage", "Settings", "Storage",
      ]
    ),

    // The stages of the pipeline.
    .target(name: "Delivery", dependencies: ["GitHub", "HTTP", "Model", "Resilience"]),
    .target(name: "Reporting", dependencies: ["Analytics", "CommonMark", "Model"]),
    .target(name: "Collector", dependencies: ["GitHub", "Model", "Storage"]),
    .target(name: "GitHub", dependencies: ["HTTP", "Model", "Resilience"]),
    .target(name: "Settings", dependencies: ["Model", "YAML"]),
    .target(name: "SQLiteStorage", dependencies: ["Model", "SQLite", "Storage"]),

    // Values and functions without any input or output.
    .target(name: "Analytics", dependencies: ["Model"]),
    .target(name: "Storage", dependencies: ["Model"]),
    .target(name: "HTTP", dependencies: ["Model", "Resilience"]),
    .target(name: "Resilience"),
    .target(name: "Model"),

    // One thin wrapper for each C library; nothing else imports the C module.
    wrapper(
      "CurlTransport",
      over: "CCurl",
      dependencies: ["HTTP", "Resilience"],
      linking: ["curl"]
    ),
    wrapper("SQLite", over: "CSQLite", linking: ["sqlite3"]),
    wrapper("CommonMark", over: "CCommonMark", linking: ["cmark-gfm-extensions", "cmark-gfm"]),
    wrapper("YAML", over: "CYAML", linking: ["yaml"]),
    wrapper("Gzip", over: "CZlib", linking: ["z"]),
    cLibrary("CCurl", package: "libcurl4-openssl-dev"),
    cLibrary("CSQLite", package: "libsqlite3-dev"),
    cLibrary("CCommonMark", package: "libcmark-gfm-extensions-dev"),
    cLibrary("CYAML", package: "libyaml-dev"),
    cLibrary("CZlib", package: "zlib1g-dev"),
    cLibrary("CMicroHTTPD", package: "libmicrohttpd-dev"),

    // A GitHub on loopback for the demo and the tests; `vitals` does not link it.
    .target(
      name: "GitHubSimulator",
      dependencies: ["CMicroHTTPD", "Model"],
      linkerSettings: [.linkedLibrary("microhttpd")]
    ),
    .executableTarget(name: "github-simulator", dependencies: ["GitHubSimulator", "Model"]),

    // Made-up and real histories of health, for Benchmarks/health-alerts; no product has it.
    .executableTarget(
      name: "health-benchmark",
      dependencies: ["Analytics", "Model", "TestSupport"],
      path: "Benchmarks/health/Program"
    ),

    // Many series in one process, for Benchmarks/analytics; no product has it.
    .executableTarget(
      name: "analytics-benchmark",
      dependencies: ["Analytics", "Model"],
      path: "Benchmarks/analytics/Program"
    ),

    // Clocks, scripted transports, contracts and golden files for the tests below.
    .target(name: "TestSupport", dependencies: ["HTTP", "Model", "Storage"]),
    tests("Analytics", needing: ["Model"], excluding: ["Reference"]),
    tests("Collector", needing: ["GitHub", "HTTP", "Model", "Resilience", "Storage"]),
    tests("CommonMark"),
    tests("CurlTransport", needing: ["GitHubSimulator", "HTTP", "Model"]),
    tests("Delivery", needing: ["GitHub", "HTTP", "Model", "Resilience"]),
    tests("GitHub", needing: ["HTTP", "Model", "Resilience"], excluding: ["Fixtures"]),
    tests(
      "GitHubSimulator",
      needing: [
        "Analytics", "Collector", "CurlTransport", "GitHub", "HTTP", "Model", "Resilience",
        "Storage",
      ]
    ),
    tests("Gzip"),
    tests("HTTP", needing: ["Model", "Resilience"]),
    tests("Model", excluding: ["Fixtures"]),
    tests(
      "Reporting",
      needing: ["Analytics", "CommonMark", "Model"],
      excluding: ["Goldens", "Fixtures"]
    ),
    tests("Resilience"),
    tests("SQLite"),
    tests("SQLiteStorage", needing: ["Model", "SQLite", "Storage"]),
    tests("Settings", needing: ["Model"]),
    tests("Storage", needing: ["Model"]),
    tests(
      "VitalsApp",
      needing: [
        "Analytics", "CurlTransport", "GitHubSimulator", "HTTP", "Model", "SQLiteStorage",
        "Settings", "Storage", "YAML",
      ],
      excluding: ["Goldens"]
    ),
    tests("YAML"),

    // The built programs, run as processes.
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["GitHubSimulator", "Model", "TestSupport", "github-simulator", "vitals"]
    ),
  ]
)

/// The test target of one target; `folders` hold files that tests read by their paths.
func tests(
  _ name: String,
  needing dependencies: [Target.Dependency] = [],
  excluding folders: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.byName(name: name), "TestSupport"] + dependencies,
    exclude: folders
  )
}

/// The one target that may import a C module.
func wrapper(
  _ name: String,
  over module: Target.Dependency,
  dependencies: [Target.Dependency] = [],
  linking libraries: [String]
) -> Target {
  .target(
    name: name,
    dependencies: [module] + dependencies,
    path: "Sources/System/\(name)",
    linkerSettings: libraries.map(linking)
  )
}

/// A C library, which a release carries in itself, so that its file runs on any newer system.
///
/// libcurl comes from the system all the same: certificates and fixes of TLS are the system's.
func linking(_ library: String) -> LinkerSetting {
  Context.environment["VITALS_RELEASE"] == nil || library == "curl"
    ? .linkedLibrary(library)
    : .unsafeFlags(["-Xlinker", "-l:lib\(library).a", "-Xlinker", "-lm"])
}

/// A C library of the system: a module map and a shim for what Swift cannot import.
func cLibrary(_ name: String, package: String) -> Target {
  .systemLibrary(
    name: name,
    path: "Sources/System/\(name)",
    providers: [.apt([package])]
  )
}

let wrapsC: Set<String> = [
  "CommonMark", "CurlTransport", "GitHubSimulator", "Gzip", "SQLite", "YAML",
]
for target in package.targets where target.type != .system {
  var settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),  // SE-0461
    .enableUpcomingFeature("InferIsolatedConformances"),  // SE-0470
    .enableUpcomingFeature("ImmutableWeakCaptures"),  // SE-0481
  ]
  // Only the gate turns warnings into errors (SE-0480): a newer compiler's new warnings must not
  // break the build of someone who uses the program.
  if Context.environment["VITALS_STRICT"] != nil {
    settings.append(.treatAllWarnings(as: .error))
  }
  if wrapsC.contains(target.name) {
    settings.append(.strictMemorySafety())  // SE-0458
  }
  target.swiftSettings = settings
}

// swift-tools-version: 6.2

import PackageDescription

// Targets stand in the order of the data's path; dependencies in the order of the alphabet.
// Scripts/check-arrows compares them, and every import, with the table in ARCHITECTURE.md.

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// A library or test target's dependency on a product of another package.
func product(_ name: String, _ package: String) -> Target.Dependency {
  .product(name: name, package: package)
}

let package = Package(
  name: "ficsearch",
  products: [
    .executable(name: "ficsearch", targets: ["ficsearch"]),
    .executable(name: "ficsearch-ingest", targets: ["ficsearch-ingest"]),
    .library(name: "FicClient", targets: ["FicClient", "FicModel", "FicWire"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // Values and text.
    .target(name: "FicModel", swiftSettings: settings),
    .target(
      name: "FicParsing",
      dependencies: ["FicModel"],
      resources: [.embedInCode("Lexicon")],
      swiftSettings: settings
    ),
    .target(
      name: "FicFormats",
      dependencies: ["CUchardet", "FicModel", "FicParsing"],
      swiftSettings: settings
    ),

    // Queries and the index.
    .target(name: "FicQuery", dependencies: ["FicModel"], swiftSettings: settings),
    .target(
      name: "FicIndex",
      dependencies: ["FicModel", "FicQuery"],
      swiftSettings: settings
    ),
    .target(
      name: "FicSchema",
      path: "Index",
      exclude: ["README.md"],
      resources: [.embedInCode("migrations")],
      swiftSettings: settings
    ),
    .target(
      name: "FicIndexSQLite",
      dependencies: [
        "CZstd", "FicIndex", "FicModel", "FicQuery", "FicSchema", product("GRDB", "GRDB.swift"),
        product("GRDBSQLite", "GRDB.swift"),
      ],
      swiftSettings: settings
    ),
    .target(
      name: "FicIngest",
      dependencies: ["FicFormats", "FicIndex", "FicModel", "FicParsing"],
      swiftSettings: settings
    ),

    // The daemon and its clients.
    .target(name: "FicWire", dependencies: ["FicModel"], swiftSettings: settings),
    .target(
      name: "FicClient",
      dependencies: [
        "FicModel", "FicWire", product("NIOCore", "swift-nio"),
        product("NIOEmbedded", "swift-nio"), product("NIOHTTP1", "swift-nio"),
      ],
      swiftSettings: settings
    ),
    .target(name: "FicPrinter", dependencies: ["FicModel", "FicWire"], swiftSettings: settings),

    // Composition roots.
    .executableTarget(
      name: "ficsearch",
      dependencies: [
        "FicClient", "FicModel", "FicPrinter", "FicWire",
        product("ArgumentParser", "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "ficsearch-ingest",
      dependencies: [
        "FicFormats", "FicIndex", "FicIndexSQLite", "FicIngest", "FicModel", "FicParsing",
        product("ArgumentParser", "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),

    // Tests mirror the sources.
    .testTarget(name: "FicModelTests", dependencies: ["FicModel"], swiftSettings: settings),
    .testTarget(
      name: "FicClientTests",
      dependencies: ["FicClient", "FicModel", "FicWire"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicPrinterTests",
      dependencies: ["FicModel", "FicPrinter", "FicWire"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicWireTests",
      dependencies: ["FicModel", "FicWire"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicParsingTests",
      dependencies: ["FicModel", "FicParsing"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicFormatsTests",
      dependencies: ["FicFormats", "FicModel", "FicParsing"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicQueryTests",
      dependencies: ["FicModel", "FicQuery"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicIndexTests",
      dependencies: ["FicIndex", "FicModel", "FicQuery"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "AgreementTests",
      dependencies: ["FicIndex", "FicIndexSQLite", "FicModel", "FicQuery"],
      swiftSettings: settings
    ),
    .testTarget(name: "FicSchemaTests", dependencies: ["FicSchema"], swiftSettings: settings),
    .testTarget(
      name: "FicIndexSQLiteTests",
      dependencies: [
        "FicIndex", "FicIndexSQLite", "FicModel", "FicSchema", product("GRDB", "GRDB.swift"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicIngestTests",
      dependencies: ["FicFormats", "FicIndex", "FicIngest", "FicModel", "FicParsing"],
      swiftSettings: settings
    ),
    .systemLibrary(
      name: "CUchardet",
      pkgConfig: "uchardet",
      providers: [.apt(["libuchardet-dev"])]
    ),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
  ],
  swiftLanguageModes: [.v6]
)

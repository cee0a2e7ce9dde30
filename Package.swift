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
    .executable(name: "ficsearchd", targets: ["ficsearchd"]),
    .executable(name: "ficsearch-ingest", targets: ["ficsearch-ingest"]),
    .executable(name: "ficsearch-web", targets: ["ficsearch-web"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-configuration", from: "1.4.0", traits: []),
    .package(
      url: "https://github.com/apple/swift-http-types",
      from: "1.8.0",
      traits: []
    ),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird",
      from: "2.28.1",
      traits: []
    ),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    .package(
      url: "https://github.com/swiftlang/swift-subprocess",
      from: "1.0.2",
      traits: []
    ),
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
      name: "FicDialogue",
      dependencies: ["FicModel", "FicParsing"],
      resources: [.embedInCode("Lexicon")],
      swiftSettings: settings
    ),
    .target(
      name: "FicFormats",
      dependencies: ["CLibarchive", "CLibxml2", "CUchardet", "FicModel", "FicParsing"],
      swiftSettings: settings
    ),

    // Queries and the index.
    .target(name: "FicQuery", dependencies: ["FicModel"], swiftSettings: settings),
    .target(
      name: "FicIndex",
      dependencies: ["CPCRE2", "CStemmer", "FicModel", "FicQuery"],
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
      dependencies: ["FicDialogue", "FicFormats", "FicIndex", "FicModel", "FicParsing"],
      swiftSettings: settings
    ),

    // The daemon and its clients.
    .target(name: "FicWire", dependencies: ["FicModel"], swiftSettings: settings),
    .target(
      name: "FicPrinter",
      dependencies: ["FicModel", "FicWire", product("Mustache", "swift-mustache")],
      resources: [.embedInCode("Pages/Assets"), .embedInCode("Pages/Templates")],
      swiftSettings: settings
    ),
    .target(
      name: "FicServer",
      dependencies: [
        "CSystemd", "FicIndex", "FicModel", "FicPrinter", "FicQuery", "FicWire",
        product("HTTPTypes", "swift-http-types"), product("Hummingbird", "hummingbird"),
        product("HummingbirdCore", "hummingbird"), product("Logging", "swift-log"),
        product("NIOCore", "swift-nio"), product("NIOHTTP1", "swift-nio"),
        product("NIOHTTPTypes", "swift-nio-extras"), product("NIOPosix", "swift-nio"),
        product("ServiceLifecycle", "swift-service-lifecycle"),
        product("Subprocess", "swift-subprocess"), product("SystemPackage", "swift-system"),
        product("UnixSignals", "swift-service-lifecycle"),
      ],
      swiftSettings: settings
    ),

    // Composition roots.
    .executableTarget(
      name: "ficsearch",
      dependencies: [
        "FicModel", "FicWire", product("ArgumentParser", "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "ficsearchd",
      dependencies: [
        "CMalloc", "FicIndexSQLite", "FicModel", "FicServer",
        product("ArgumentParser", "swift-argument-parser"),
        product("Configuration", "swift-configuration"), product("Logging", "swift-log"),
        product("NIOPosix", "swift-nio"), product("Yams", "Yams"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "ficsearch-ingest",
      dependencies: [
        "CMalloc", "FicDialogue", "FicFormats", "FicIndex", "FicIndexSQLite", "FicIngest",
        "FicModel", "FicParsing", "FicPrinter", product("ArgumentParser", "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .executableTarget(
      name: "ficsearch-web",
      dependencies: [
        "CCrypt", "FicModel", "FicWire", product("ArgumentParser", "swift-argument-parser"),
        product("NIOCore", "swift-nio"), product("NIOHTTP1", "swift-nio"),
        product("NIOPosix", "swift-nio"),
      ],
      swiftSettings: settings
    ),
    // Writes the cues of texts, for Tools/fit-speakers; not installed.
    .executableTarget(
      name: "dump-cues",
      dependencies: [
        "FicDialogue", "FicFormats", "FicParsing",
        product("ArgumentParser", "swift-argument-parser"),
      ],
      path: "Tools/dump-cues",
      swiftSettings: settings
    ),
    // Numbers for the fuzzer and for tests; not installed.
    .target(name: "SeededRandom", path: "Tools/SeededRandom", swiftSettings: settings),
    // Makes works up in every format, for tests and measurements; not installed.
    .target(
      name: "FicSamples",
      dependencies: ["CLibarchive", "SeededRandom"],
      path: "Tools/FicSamples",
      swiftSettings: settings
    ),
    // Hurts the parser and the readers with files made for that; not installed.
    .target(
      name: "FicFuzzing",
      dependencies: [
        "FicDialogue", "FicFormats", "FicIndex", "FicModel", "FicParsing", "FicPrinter",
        "FicSamples", "SeededRandom",
      ],
      path: "Tools/FicFuzzing",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "fuzz-parser",
      dependencies: [
        "FicFuzzing", "FicSamples", product("ArgumentParser", "swift-argument-parser"),
      ],
      path: "Tools/fuzz-parser",
      swiftSettings: settings
    ),
    // Measures the parser; not installed.
    .executableTarget(
      name: "bench-parser",
      dependencies: [
        "FicDialogue", "FicFormats", "FicIndex", "FicModel", "FicParsing", "FicSamples",
        product("ArgumentParser", "swift-argument-parser"),
      ],
      path: "Tools/bench-parser",
      swiftSettings: settings
    ),
    // Measures searches, in process and over the socket; not installed.
    .target(name: "BenchQueries", path: "Tools/BenchQueries", swiftSettings: settings),
    .executableTarget(
      name: "bench-index",
      dependencies: [
        "BenchQueries", "FicIndex", "FicIndexSQLite", "FicModel", "FicQuery", "SeededRandom",
        product("ArgumentParser", "swift-argument-parser"),
      ],
      path: "Tools/bench-index",
      swiftSettings: settings
    ),
    .executableTarget(
      name: "bench-daemon",
      dependencies: [
        "BenchQueries", "FicIndex", "FicIndexSQLite", "FicWire",
        product("ArgumentParser", "swift-argument-parser"), product("NIOPosix", "swift-nio"),
      ],
      path: "Tools/bench-daemon",
      swiftSettings: settings
    ),

    // Says what the answers of every index must be; for tests.
    .target(
      name: "MemoryIndex",
      dependencies: ["FicIndex", "FicModel", "FicQuery"],
      path: "Tests/MemoryIndex",
      swiftSettings: settings
    ),

    // Texts with their expectations in them; for tests.
    .target(
      name: "MarkedTexts",
      dependencies: ["FicDialogue", "FicModel", "FicParsing"],
      path: "Tests/MarkedTexts",
      swiftSettings: settings
    ),

    // Tests mirror the sources.
    .testTarget(name: "FicModelTests", dependencies: ["FicModel"], swiftSettings: settings),
    .testTarget(
      name: "FicPrinterTests",
      dependencies: ["FicModel", "FicPrinter", "FicWire"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicWireTests",
      dependencies: ["FicModel", "FicWire", "SeededRandom"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicParsingTests",
      dependencies: ["FicModel", "FicParsing", "MarkedTexts", "SeededRandom"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicDialogueTests",
      dependencies: ["FicDialogue", "FicFormats", "FicModel", "FicParsing", "MarkedTexts"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicFormatsTests",
      dependencies: ["FicDialogue", "FicFormats", "FicModel", "FicParsing", "FicSamples"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicFuzzingTests",
      dependencies: ["FicFuzzing", "FicSamples"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicQueryTests",
      dependencies: ["FicModel", "FicQuery", "SeededRandom"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicIndexTests",
      dependencies: ["FicIndex", "FicModel", "FicQuery", "MemoryIndex", "SeededRandom"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "AgreementTests",
      dependencies: [
        "FicIndex", "FicIndexSQLite", "FicIngest", "FicModel", "FicQuery", "MemoryIndex",
        "SeededRandom", product("GRDB", "GRDB.swift"),
      ],
      swiftSettings: settings
    ),
    .testTarget(name: "FicSchemaTests", dependencies: ["FicSchema"], swiftSettings: settings),
    .testTarget(
      name: "FicIndexSQLiteTests",
      dependencies: [
        "FicIndex", "FicIndexSQLite", "FicModel", "FicSchema", "MemoryIndex", "SeededRandom",
        product("GRDB", "GRDB.swift"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicIngestTests",
      dependencies: [
        "FicDialogue", "FicFormats", "FicIndex", "FicIngest", "FicModel", "FicParsing",
        "FicSamples", "MemoryIndex", "SeededRandom",
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicServerTests",
      dependencies: [
        "FicIndex", "FicModel", "FicServer", "FicWire", "MemoryIndex",
        product("Logging", "swift-log"), product("NIOCore", "swift-nio"),
        product("NIOPosix", "swift-nio"),
        product("ServiceLifecycle", "swift-service-lifecycle"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicsearchTests",
      dependencies: [
        "FicModel", "FicWire", "ficsearch", product("ArgumentParser", "swift-argument-parser"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicsearchWebTests",
      dependencies: [
        "ficsearch-web", product("NIOCore", "swift-nio"), product("NIOHTTP1", "swift-nio"),
        product("NIOPosix", "swift-nio"),
      ],
      swiftSettings: settings
    ),
    .testTarget(
      name: "FicsearchdTests",
      dependencies: ["FicServer", "ficsearchd"],
      swiftSettings: settings
    ),
    .testTarget(
      name: "EndToEndTests",
      dependencies: ["FicSamples", "SeededRandom", "ficsearch", "ficsearch-ingest", "ficsearchd"],
      swiftSettings: settings
    ),

    // System libraries.
    .systemLibrary(
      name: "CLibarchive",
      pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"])]
    ),
    .systemLibrary(
      name: "CLibxml2",
      pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"])]
    ),
    // It has no pkg-config file in Debian 12.
    .systemLibrary(name: "CCrypt", providers: [.apt(["libcrypt-dev"])]),
    // Of the C library, what Swift's module of it lacks.
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(
      name: "CPCRE2",
      pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"])]
    ),
    // It has no pkg-config file.
    .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"])]),
    .systemLibrary(
      name: "CSystemd",
      pkgConfig: "libsystemd",
      providers: [.apt(["libsystemd-dev"])]
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

// Micro-benchmarks bring a package that nothing else needs: `make bench-micro` asks for them.
if Context.environment["FICSEARCH_MICRO"] != nil {
  package.dependencies.append(
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: [])
  )
  package.targets.append(
    .executableTarget(
      name: "Micro",
      dependencies: [
        "FicDialogue", "FicFormats", "FicIndex", "FicIndexSQLite", "FicIngest", "FicModel",
        "FicParsing", "FicPrinter", "FicQuery", "FicSamples", "FicWire",
        product("Benchmark", "benchmark"),
      ],
      path: "Benchmarks/Micro",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]
    )
  )
}

// swift-tools-version: 6.2

import PackageDescription

/// A release has no shared libraries: to find and to bind them takes a tenth of what a small check takes, and one file is a whole
/// installation. Only this linker does not warn of a search for extensions in the Swift runtime, which finds none.
let isWhole: [LinkerSetting] = [
  .unsafeFlags(
    ["-static-executable", "-use-ld=lld"], .when(platforms: [.linux], configuration: .release))
]

/// The arrows of the house: what each target may import. `Documentation/Architecture.md` holds the same
/// table in words, and `Tests/HouseTests` compares both with the `import` lines of the sources.
let package = Package(
  name: "metrolint",
  products: [
    .executable(name: "metrolint", targets: ["metrolint"])
  ],
  targets: [
    // MARK: C libraries

    .systemLibrary(
      name: "CYAML",
      pkgConfig: "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .systemLibrary(
      name: "CPCRE2",
      pkgConfig: "libpcre2-8",
      providers: [.apt(["libpcre2-dev"]), .brew(["pcre2"])]
    ),
    .systemLibrary(name: "CMalloc"),

    // MARK: Memory, text and findings

    .target(name: "Memory"),
    .testTarget(name: "MemoryTests", dependencies: ["Memory"]),

    .target(name: "SourceText"),
    .testTarget(name: "SourceTextTests", dependencies: ["SourceText"]),

    .target(name: "Findings", dependencies: ["SourceText"]),
    .testTarget(name: "FindingsTests", dependencies: ["Findings", "SourceText"]),

    .target(name: "Spelling"),
    .testTarget(name: "SpellingTests", dependencies: ["Spelling"]),

    // MARK: Patterns and trees

    .target(name: "Patterns", dependencies: ["CPCRE2", "Memory"]),
    .testTarget(name: "PatternsTests", dependencies: ["Patterns"]),

    .target(name: "YAML", dependencies: ["CYAML", "SourceText"]),
    .testTarget(name: "YAMLTests", dependencies: ["YAML", "SourceText", "BenchmarkData"]),

    // MARK: The two standards

    .target(name: "JSONPath", dependencies: ["SourceText", "YAML", "Patterns", "Spelling"]),
    .testTarget(name: "JSONPathTests", dependencies: ["JSONPath", "YAML", "SourceText"]),

    .target(name: "JSONSchema", dependencies: ["Memory", "SourceText", "YAML", "Patterns", "Spelling"]),
    .testTarget(name: "JSONSchemaTests", dependencies: ["JSONSchema", "CAllocations", "YAML", "SourceText"]),
    .target(name: "CAllocations", path: "Tests/CAllocations"),

    // MARK: Rules and data sets

    .target(
      name: "RuleEngine",
      dependencies: ["SourceText", "Findings", "YAML", "JSONPath", "JSONSchema", "Patterns", "Spelling"]
    ),
    .testTarget(
      name: "RuleEngineTests",
      dependencies: ["RuleEngine", "BenchmarkData", "SourceText", "Findings", "YAML"],
      exclude: ["Language"]
    ),

    .target(
      name: "Workspace",
      dependencies: [
        "RuleEngine", "SourceText", "Findings", "YAML", "JSONPath", "JSONSchema", "Patterns",
        "Spelling",
      ],
      plugins: ["EmbedRules"]
    ),
    .plugin(name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"]),
    // The folder's link to `Rules` lets the package manager see when a rule comes or goes.
    .executableTarget(name: "embed-rules", exclude: ["Rules"]),
    .testTarget(
      name: "WorkspaceTests",
      dependencies: ["Workspace", "BenchmarkData", "RuleEngine", "SourceText", "Findings"]
    ),

    // MARK: Ways out

    .target(name: "Reporters", dependencies: ["Findings", "SourceText"]),
    .testTarget(
      name: "ReportersTests",
      dependencies: ["Reporters", "Findings", "SourceText"],
      exclude: ["Snapshots", "Support/wide-characters.py"]
    ),

    .target(
      name: "LanguageServer",
      dependencies: [
        "Workspace", "RuleEngine", "SourceText", "Findings", "YAML", "JSONPath", "JSONSchema",
        "Patterns", "Spelling",
      ]
    ),
    .testTarget(
      name: "LanguageServerTests",
      dependencies: [
        "LanguageServer", "BenchmarkData", "Workspace", "RuleEngine", "Findings", "SourceText", "metrolint",
      ],
      exclude: ["Clients"]
    ),

    .executableTarget(
      name: "metrolint",
      dependencies: [
        "LanguageServer", "Reporters", "Workspace", "RuleEngine", "SourceText", "Findings", "YAML",
        "JSONPath", "JSONSchema", "Patterns",
        "Spelling", "CMalloc",
      ],
      linkerSettings: isWhole
    ),
    .testTarget(name: "CommandLineTests", dependencies: ["metrolint"], exclude: ["Scenarios"]),

    // MARK: Benchmarks

    .target(name: "CEvents", dependencies: ["CYAML"], path: "Benchmarks/Events"),
    .executableTarget(
      name: "libyaml-loop", dependencies: ["CEvents"], path: "Benchmarks/Loop", linkerSettings: isWhole),
    .executableTarget(name: "stopwatch", path: "Benchmarks/Stopwatch"),
    .target(name: "BenchmarkData", path: "Benchmarks/Data"),
    .testTarget(
      name: "BenchmarkDataTests",
      dependencies: ["BenchmarkData", "RuleEngine", "Findings", "YAML", "SourceText"]),
    .executableTarget(
      name: "benchmark",
      dependencies: [
        "BenchmarkData", "CEvents", "JSONPath", "JSONSchema", "Patterns", "RuleEngine", "Findings", "YAML",
        "SourceText",
      ],
      path: "Benchmarks/Runner"
    ),

    // MARK: The house itself

    .testTarget(name: "HouseTests"),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system && target.type != .plugin {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .strictMemorySafety(),
      .treatAllWarnings(as: .error),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
}

// swift-tools-version:6.2
import PackageDescription

// The house as a table: a room imports only what stands above it in this list.
// `HOUSE_ROOM=Programme swift test` builds one room alone, with what it stands on.

// scripts/fuzz.sh builds everything so that libFuzzer sees which branches an input reaches.
let isFuzzing = Context.environment["HOUSE_FUZZ"] != nil

let settings: [SwiftSetting] =
    [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
    ] + (isFuzzing ? [.unsafeFlags(["-sanitize=fuzzer"])] : [])

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let collections = Target.Dependency.product(name: "HashTreeCollections", package: "swift-collections")

struct Room {
    let name: String
    let earlier: [String]
    init(_ name: String, after earlier: [String] = []) {
        self.name = name
        self.earlier = earlier
    }

    var domain: Target {
        .target(
            name: name, dependencies: (["Ledger", "Rulebook"] + earlier).map { .init(stringLiteral: $0) },
            path: "Sources/Rooms/\(name)", exclude: ["Charter.md", "Pages"], swiftSettings: settings)
    }

    /// What the room shows, and the room as one value: it knows its own domain and what that stands on, and links to the rest of the house
    /// by address.
    var pages: Target {
        let below = ["Ledger", "Rulebook", "Engine", "Phrases", "Addresses", "Furniture", "Mounting"] + earlier + [name]
        return .target(
            name: "\(name)Pages", dependencies: below.map { .init(stringLiteral: $0) }, path: "Sources/Rooms/\(name)/Pages",
            swiftSettings: settings)
    }

    var tests: Target {
        .testTarget(
            name: "\(name)Tests",
            dependencies: (["Ledger", "Rulebook", "Addresses", "Furniture", "RulebookTesting", "PageTesting", name, "\(name)Pages"]
                + earlier).map { .init(stringLiteral: $0) },
            path: "Tests/Rooms/\(name)Tests", swiftSettings: settings)
    }
}

let rooms = [
    Room("Committee"),
    Room("Venues", after: ["Committee"]),
    Room("Parties", after: ["Committee"]),
    Room("Accreditation", after: ["Committee", "Venues", "Parties"]),
    Room("Programme", after: ["Committee", "Venues", "Parties"]),
    Room("Protocol", after: ["Committee", "Venues", "Parties", "Programme"]),
    Room("Signing", after: ["Committee", "Venues", "Parties", "Programme", "Protocol"]),
    Room("Gates", after: ["Committee", "Venues", "Parties", "Accreditation"]),
    Room("Protection", after: ["Committee", "Venues", "Parties", "Accreditation", "Programme", "Gates"]),
    Room("Lodging", after: ["Committee", "Venues", "Parties"]),
    Room("Movement", after: ["Committee", "Venues", "Parties", "Programme", "Gates", "Lodging"]),
    Room("Finance", after: ["Committee", "Parties"]),
    Room("Communications", after: ["Committee", "Venues", "Parties", "Programme"]),
    Room("Integrity", after: ["Committee", "Parties"]),
    Room("Health", after: ["Committee", "Venues", "Parties", "Programme"]),
]

let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let web = ["Hummingbird", "HummingbirdCore", "HummingbirdTLS", "HummingbirdHTTP2"].map {
    Target.Dependency.product(name: $0, package: "hummingbird")
}
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let floors: [Target] = [
    .target(name: "Ledger", dependencies: [crypto, collections], exclude: ["Charter.md"], swiftSettings: settings),
    .target(name: "Rulebook", dependencies: ["Ledger", collections], exclude: ["Charter.md"], swiftSettings: settings),
    .target(name: "Engine", dependencies: ["Ledger", "Rulebook"], exclude: ["Charter.md"], swiftSettings: settings),
    .target(
        name: "LedgerSQLite", dependencies: ["Ledger", grdb, crypto, .product(name: "CryptoExtras", package: "swift-crypto")],
        exclude: ["Charter.md"], swiftSettings: settings),
    .target(
        name: "Phrases", dependencies: ["Ledger", "Rulebook"], exclude: ["Charter.md"], resources: [.copy("Languages")],
        swiftSettings: settings),
    .target(name: "Addresses", dependencies: ["Ledger"], exclude: ["Charter.md"], swiftSettings: settings),
    .target(
        name: "Furniture", dependencies: ["Ledger", "Rulebook", "Phrases", "Addresses"], exclude: ["Charter.md"], swiftSettings: settings),
    .target(
        name: "Mounting", dependencies: ["Ledger", "Rulebook", "Engine", "Addresses", "Furniture"], exclude: ["Charter.md"],
        swiftSettings: settings),
    .target(name: "ExchangeTesting", dependencies: ["Ledger", "Exchange"], path: "Tests/ExchangeTesting", swiftSettings: settings),
    .target(
        name: "PageTesting", dependencies: ["Ledger", "Rulebook", "Phrases", "Addresses", "Furniture", "RulebookTesting"],
        path: "Tests/PageTesting", swiftSettings: settings),
    .target(
        name: "RulebookTesting", dependencies: ["Ledger", "Rulebook", "Phrases"], path: "Tests/RulebookTesting", swiftSettings: settings),
]

let roof: [Target] = [
    .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .target(
        name: "Exchange", dependencies: ["Ledger", "Rulebook", "Phrases", "CLibZip", "CXLSXWriter"], exclude: ["Charter.md"],
        swiftSettings: settings),
    .target(
        name: "Paperwork", dependencies: ["Ledger", "Rulebook", "Engine", "Phrases", "Exchange", "Mounting"], exclude: ["Charter.md"],
        swiftSettings: settings),
    .target(
        name: "House",
        dependencies: (["Ledger", "Rulebook", "Engine", "Phrases", "Exchange", "Addresses", "Furniture", "Mounting", "Paperwork"]
            + rooms.flatMap { [$0.name, $0.pages.name] }).map { .init(stringLiteral: $0) },
        exclude: ["Charter.md"], swiftSettings: settings),
    .target(
        name: "Server",
        dependencies: [
            "Ledger", "Rulebook", "Engine", "Phrases", "Addresses", "Furniture", "Exchange", "Mounting", "Paperwork",
            "CCurl", crypto,
            grdb,
            .product(name: "CryptoExtras", package: "swift-crypto"), .product(name: "HTTPTypes", package: "swift-http-types"),
            .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOTLS", package: "swift-nio"),
            .product(name: "NIOSSL", package: "swift-nio-ssl"), .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            .product(name: "Logging", package: "swift-log"), .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            .product(name: "UnixSignals", package: "swift-service-lifecycle"),
        ] + web, exclude: ["Charter.md"],
        resources: [.copy("Assets")], swiftSettings: settings),
    .executableTarget(
        name: "chancery",
        dependencies: [
            "Ledger", "LedgerSQLite", "Rulebook", "Engine", "Phrases", "Exchange", "Mounting", "Paperwork", "House", "Committee", "Parties",
            "Integrity", "Server",
            crypto,
            .product(name: "CryptoExtras", package: "swift-crypto"), arguments,
        ],
        exclude: ["Charter.md"], swiftSettings: settings),
    .executableTarget(
        name: "torture-writer", dependencies: ["Ledger", "LedgerSQLite", "Rulebook", "Engine", "House", arguments], swiftSettings: settings),
    .executableTarget(
        name: "bench",
        dependencies: [
            "Ledger", "LedgerSQLite", "Rulebook", "RulebookTesting", "Engine", "Exchange", "Paperwork", "House", "Committee", "Venues",
            "Parties", "Accreditation", "Protection", grdb,
        ], swiftSettings: settings),
]

let proof: [Target] = [
    .testTarget(
        name: "ExchangeTests", dependencies: ["Ledger", "Rulebook", "Phrases", "Exchange", "ExchangeTesting", "CLibZip"],
        swiftSettings: settings),
    .testTarget(name: "EngineTests", dependencies: ["Ledger", "Rulebook", "Engine", "RulebookTesting"], swiftSettings: settings),
    .testTarget(name: "AddressesTests", dependencies: ["Ledger", "Addresses", "RulebookTesting"], swiftSettings: settings),
    .testTarget(
        name: "ServerTests",
        dependencies: [
            "Ledger", "LedgerSQLite", "Engine", "Phrases", "Addresses", "Furniture", "Mounting", "Exchange", "Paperwork", "House", "Server",
            "Rulebook",
            "RulebookTesting", "ExchangeTesting", grdb, .product(name: "NIOCore", package: "swift-nio"),
        ],
        swiftSettings: settings),
    .testTarget(name: "FurnitureTests", dependencies: ["Ledger", "Addresses", "Furniture", "RulebookTesting"], swiftSettings: settings),
    .testTarget(name: "LedgerTests", dependencies: ["Ledger", "RulebookTesting"], swiftSettings: settings),
    .testTarget(name: "RulebookTests", dependencies: ["Ledger", "Rulebook", "RulebookTesting"], swiftSettings: settings),
    .testTarget(
        name: "HouseTests",
        dependencies: ([
            "Ledger", "Rulebook", "RulebookTesting", "PageTesting", "LedgerSQLite", "Engine", "Phrases", "Addresses", "Furniture",
            "Mounting",
            "Exchange", "Paperwork", "House",
        ]
            + rooms.map(\.name)).map {
                .init(stringLiteral: $0)
            }, exclude: ["Golden"], swiftSettings: settings),
    .testTarget(
        name: "HistoryTests", dependencies: ["Ledger", "LedgerSQLite", "Rulebook", "Engine", "House"], resources: [.copy("Journals")],
        swiftSettings: settings),
    .testTarget(
        name: "TidyTests",
        dependencies: ["Ledger", "Rulebook", "Engine", "Phrases", "Addresses", "Furniture", "Mounting", "House"], swiftSettings: settings),
    .testTarget(name: "CommandTests", dependencies: ["Ledger", "chancery"], swiftSettings: settings),
    .testTarget(name: "JournalTests", dependencies: ["Ledger", "LedgerSQLite", "RulebookTesting", grdb], swiftSettings: settings),
]

let fuzz: [Target] =
    isFuzzing
    ? [
        .executableTarget(
            name: "fuzz", dependencies: ["ExchangeTesting"], swiftSettings: settings, linkerSettings: [.linkedLibrary("stdc++")])
    ] : []

let only = Context.environment["HOUSE_ROOM"]

let package = Package(
    name: "chancery",
    dependencies: [
        .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: floors + rooms.map(\.domain) + rooms.map(\.pages) + roof + fuzz
        + proof.filter { only == nil || only == $0.name.replacing("Tests", with: "") }
        + rooms.filter { only == nil || only == $0.name }.map(\.tests),
    swiftLanguageModes: [.v6]
)

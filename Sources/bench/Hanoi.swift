import Exchange
import Foundation
import House
import Ledger

/// The Hanoi ceremony of the repository on the eve of its opening.
enum Hanoi {
    /// Friday 24 October 2025, nine in the morning in Ha Noi.
    static let moment = Instant(seconds: 1_761_271_200)

    static func pack() throws -> Pack {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../..").standardizedFileURL
        return try PackFolder.read(root.appending(path: "Examples/Hanoi2025"))
    }

    static func picture() throws -> Picture {
        let reader = PackReader(into: Picture(houseRegister, zone: .gmt), happened: moment)
        guard case .read(let content) = reader.read(try pack()), let manifest = content.manifest else {
            throw NotMeasurable("the pack of the Hanoi ceremony cannot be read")
        }
        var picture = Picture(houseRegister, zone: manifest.zone)
        picture.apply(content.versions.filter { $0.happened <= moment }.map(\.change))
        return picture
    }
}

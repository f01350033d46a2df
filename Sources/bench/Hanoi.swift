import Exchange
import Foundation
import House
import Ledger

/// The Hanoi ceremony of the repository on the eve of its opening.
enum Hanoi {
    /// Friday 24 October 2025, nine in the morning in Ha Noi.
    static let moment = Instant(seconds: 1_761_271_200)
    /// When the house comes to know: nothing of the pack is in days to come.
    static let lastMoment = Instant(seconds: 1_790_000_000)

    static func pack() throws -> Pack {
        let root = (0..<3).reduce(URL(filePath: #filePath)) { folder, _ in folder.deletingLastPathComponent() }
        return try PackFolder.read(root.appending(path: "Examples/Hanoi2025"))
    }

    static func picture() throws -> Picture {
        let content: PackContent
        switch PackReader(into: Picture(houseRegister, zone: .gmt), happened: moment).read(try pack()) {
        case .read(let read): content = read
        case .refused(let findings):
            let first = findings.prefix(3).map { "\($0.file) \($0.row ?? 0) \($0.column ?? ""): \($0.problem)" }
            throw NotMeasurable("the pack of the Hanoi ceremony cannot be read: \(first.joined(separator: "; "))")
        }
        guard let manifest = content.manifest else { throw NotMeasurable("the pack of the Hanoi ceremony has no \(PackManifest.file)") }
        var picture = Picture(houseRegister, zone: manifest.zone)
        picture.apply(content.versions.filter { $0.happened <= moment }.map(\.change))
        return picture
    }
}

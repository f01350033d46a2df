package import Engine
package import Ledger
package import Rulebook

/// A house as it is handed to whoever opens it to visitors: its rooms, what the engine is made of, and how it keeps its own records.
package struct MountedHouse: Sendable {
    package let rooms: [Room]
    package let constitution: Constitution
    package let accounts: any AccountBook
    package let exports: any ExportBook
    package let ceremony: any CeremonyBook

    package init(
        _ rooms: [Room], _ constitution: Constitution, accounts: any AccountBook, exports: any ExportBook,
        ceremony: any CeremonyBook
    ) {
        self.rooms = rooms
        self.constitution = constitution
        self.accounts = accounts
        self.exports = exports
        self.ceremony = ceremony
    }

    package var register: Register { constitution.register }
    package var rulebook: Rulebook { constitution.rulebook }
    package var acts: [Act] { constitution.acts }
    /// Every code by which an act is refused.
    package var refusals: [any RefusalCode.Type] { rooms.flatMap(\.refusals) }
    /// What falls due by itself.
    package var chores: [Chore] { rooms.flatMap(\.chores) }

    /// The same house with other rooms mounted: what they show and do by themselves; what the engine is made of stays.
    package func with(_ rooms: [Room]) -> MountedHouse {
        MountedHouse(rooms, constitution, accounts: accounts, exports: exports, ceremony: ceremony)
    }

    /// What an account may do on the day of an instant; nil where it is unknown or closed.
    package func rights(of account: String, in picture: Picture, at now: Instant) -> Rights? {
        constitution.offices.rights(of: account, in: picture, on: picture.zone.day(at: now))
    }
}

package import Addresses
package import Engine
import Furniture
package import Ledger
package import Mounting
package import Phrases
package import Rulebook

/// A page of the house, as those want it who try every page or list them.
package struct ListedPage: Sendable {
    /// Pages of one shape are made alike: whoever has not the time for all of them looks at one of each.
    package let shape: String
    package let address: Address
    private let naming: @Sendable (Phrases) -> String
    /// The letter that goes there after a `g`; nil where there is none.
    package let key: String?
    /// Whether programs fetch it by themselves.
    package let isForPrograms: Bool
    private let isFor: @Sendable (Powers) -> Bool

    init(
        _ shape: String, _ address: Address, key: String? = nil, isForPrograms: Bool = false,
        isFor: @escaping @Sendable (Powers) -> Bool, naming: @escaping @Sendable (Phrases) -> String
    ) {
        self.shape = shape
        self.address = address
        self.naming = naming
        self.key = key
        self.isForPrograms = isForPrograms
        self.isFor = isFor
    }

    package func title(_ phrases: Phrases) -> String { naming(phrases) }
    package func isOpen(to powers: Powers) -> Bool { isFor(powers) }
}

/// Every page of a ceremony, folded from what the rooms register: what they mount, their kinds, their acts, and the house's own pages. Of what
/// stands at many addresses, as a record does, the first is taken.
package struct PageList: Sendable {
    package let pages: [ListedPage]
    let house: MountedHouse

    /// - Parameter slips: what is wrong; the first is the one that somebody could waive or take on.
    package init(_ house: MountedHouse, of picture: Picture, slips: [Slip]) {
        self.house = house
        let lister = Lister(house: house)
        let kinds = house.rooms.flatMap(\.kinds)
        let records = kinds.flatMap { kind in
            lister.first(of: kind, in: picture).map { lister.pages(of: $0, kind, in: picture) } ?? []
        }
        pages =
            house.rooms.flatMap(lister.mounted) + lister.own + slips.prefix(1).flatMap { lister.pages(of: $0, in: picture) }
            + kinds.flatMap(lister.pages) + house.acts.compactMap(lister.page) + records
    }

    /// One page of each shape.
    package var ofEachShape: [ListedPage] {
        var seen: Set<String> = []
        return pages.filter { seen.insert($0.shape).inserted }
    }
}

/// Lists what follows from what a house registers.
private struct Lister {
    let house: MountedHouse

    func mounted(by room: Room) -> [ListedPage] {
        room.pages.flatMap { mount in
            mount.samples.map { address in
                ListedPage(
                    mount.word.isEmpty ? "first" : mount.word, address, key: address == mount.samples.first ? mount.menu?.key : nil,
                    isForPrograms: mount.isForPrograms,
                    isFor: { mount.isOpen(to: RightsSight($0.rights, house.constitution, since: nil, within: nil)) }
                ) { phrases in phrases(mount.name ?? "room.\(room.name)") }
            }
        }
    }

    /// The pages at which the house itself is looked after, and what everybody has.
    var own: [ListedPage] {
        [
            page("sign-in", .signIn, "sign.title") { _ in false },
            page("search", .search("ha noi"), "page.find") { _ in true },
            page("credentials", .credentials, "credentials.title") { _ in true },
            page("confirm", .confirm(back: Address.readiness.text), "confirm.title") { _ in true },
            page("packs", .packs, "packs.title") { rights in house.register.kinds.contains { rights.enters($0) } },
            page("exports", .exports(LogQuery()), "page.exports") { $0.audits || $0.does(house.exports.asking) },
        ]
            + FrontDesk.ownMenu.filter { $0.address != .exports(LogQuery()) }.map { entry in
                page(Spelling(entry.address.text)?.path.first ?? "", entry.address, entry.title, key: entry.key) {
                    entry.isOpen(to: RightsSight($0.rights, house.constitution, since: nil, within: nil))
                }
            }
    }

    func page(
        _ shape: String, _ address: Address, _ title: String, key: String? = nil, isFor: @escaping @Sendable (Powers) -> Bool
    ) -> ListedPage {
        let letter = key ?? FrontDesk.ownMenu.first { $0.address == address }?.key
        return ListedPage(shape, address, key: letter, isFor: isFor) { $0(title) }
    }

    /// Of each kind its list, and where records of it are written, taken in and asked for with what is sensitive.
    func pages(of kind: Kind) -> [ListedPage] {
        let list = ListedPage("list", .list(ListQuery(kind.file)), isFor: { $0.sees(kind) }) { $0("kind.\(kind.code).many") }
        let new = ListedPage("new", .new(file: kind.file), isFor: { $0.sees(kind) && $0.enters(kind) }) { phrases in
            phrases("form.new", [Fact("kind", phrases("kind.\(kind.code)"))])
        }
        let take = ListedPage("take", .take(file: kind.file), isFor: { $0.sees(kind) && $0.enters(kind) }) { phrases in
            phrases("take.title", [Fact("kind", phrases("kind.\(kind.code).many"))])
        }
        let isEntered = house.constitution.actOnly.wayIn(to: kind.slot) == nil
        let sealed = kind.columns.filter(\.isSealed)
        guard !sealed.isEmpty else { return isEntered ? [list, new, take] : [list] }
        let export = ListedPage(
            "export", .askExport(ListQuery(kind.file)),
            isFor: { rights in rights.does(house.exports.asking) && rights.sees(kind) && sealed.contains { rights.sees($0) } }
        ) { phrases in phrases("exports.ask", [Fact("list", phrases("kind.\(kind.code).many"))]) }
        return (isEntered ? [list, new, take] : [list]) + [export]
    }

    /// An act that begins from nothing, at the page where it is done.
    func page(of act: Act) -> ListedPage? {
        guard act.makesRecords else { return nil }
        return ListedPage("act", .act(ActAddress(act.name.rawValue)), isFor: { $0.does(act) }) { $0("act.\(act.name.rawValue)") }
    }

    /// The first of those that most may know of.
    func first(of kind: Kind, in picture: Picture) -> (any AnyRow)? {
        (1..<picture.nextNumber(slot: kind.slot)).lazy.compactMap { picture[slot: kind.slot][$0] }.min {
            $0.classification.grade < $1.classification.grade
        }
    }

    /// A record, and where it is changed, and what is done to it.
    func pages(of row: any AnyRow, _ kind: Kind, in picture: Picture) -> [ListedPage] {
        let address = RecordAddress(kind.file, row.code)
        let sees: @Sendable (Powers) -> Bool = { $0.sees(kind) && $0.sees(row) }
        let naming: @Sendable (Phrases) -> String = { Voice($0).name(row.reference, in: picture).raised }
        let record = ListedPage("record", .record(address), isFor: sees, naming: naming)
        let edit = ListedPage("edit", .edit(address), isFor: { sees($0) && $0.changes(kind) }) { phrases in
            phrases("form.edit", [Fact("kind", phrases("kind.\(kind.code)")), Fact("code", row.code)])
        }
        let acts = house.acts.filter { $0.origins.contains(kind.slot) || $0.changesRecords && $0.slot == kind.slot }.map { act in
            ListedPage("act-on-record", .act(ActAddress(act.name.rawValue, about: address)), isFor: { sees($0) && $0.does(act) }) {
                "\($0("act.\(act.name.rawValue)")): \(row.code)"
            }
        }
        let closed = house.constitution.actOnly.closed(of: kind, as: row)
        let attachments = kind.columns.filter { column in
            if case .attachment = column.shape { !closed.contains(column.name) } else { false }
        }.map { column in
            ListedPage(
                "attach", .attach(AttachmentAddress(address, column.name)),
                isFor: { sees($0) && $0.sees(column) && $0.changes(kind) }
            ) { phrases in
                phrases("attachment.title", [Fact("field", Voice(phrases).field(column, of: kind)), Fact("code", row.code)])
            }
        }
        return [record, edit] + acts + attachments
    }

    /// Where something that is wrong is waived and taken on.
    func pages(of slip: Slip, in picture: Picture) -> [ListedPage] {
        let name = SlipName(rule: slip.rule, variant: slip.variant, subjects: slip.subjectNames(in: picture))
        let tends: @Sendable (Powers) -> Bool = { $0.tends(slip.desk) && $0.sees(slip, in: picture) }
        return [
            ListedPage("waive", Address(WaivePath(name)), isFor: tends) { $0("slip.waive.title") },
            ListedPage("assign", Address(AssignPath(name)), isFor: tends) { $0("slip.assign.title") },
        ]
    }
}

package import Addresses
package import Engine
import Furniture
import Integrity
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
    private let isFor: @Sendable (Rights) -> Bool

    init(
        _ shape: String, _ address: Address, key: String? = nil, isForPrograms: Bool = false,
        isFor: @escaping @Sendable (Rights) -> Bool, naming: @escaping @Sendable (Phrases) -> String
    ) {
        self.shape = shape
        self.address = address
        self.naming = naming
        self.key = key
        self.isForPrograms = isForPrograms
        self.isFor = isFor
    }

    package func title(_ phrases: Phrases) -> String { naming(phrases) }
    package func isOpen(to rights: Rights) -> Bool { isFor(rights) }
}

/// Every page of a ceremony, folded from what the rooms register: what they mount, their kinds, their acts, and the house's own pages. Of what
/// stands at many addresses, as a record does, the first is taken.
package struct PageList: Sendable {
    package private(set) var pages: [ListedPage] = []
    private let picture: Picture
    private let house: Constitution

    /// - Parameter slips: what is wrong; the first is the one that somebody could waive or take on.
    package init(of picture: Picture, slips: [Slip], rooms: [Room], house: Constitution) {
        self.picture = picture
        self.house = house
        let kinds = rooms.flatMap(\.kinds)
        pages = rooms.flatMap(mounted) + own + slips.prefix(1).flatMap(pages) + kinds.flatMap { pages(of: $0) }
        pages += rooms.flatMap(\.acts).compactMap { page(of: $0) }
        pages += kinds.flatMap { kind in first(of: kind).map { pages(of: $0, kind) } ?? [] }
    }

    /// One page of each shape.
    package var ofEachShape: [ListedPage] {
        var seen: Set<String> = []
        return pages.filter { seen.insert($0.shape).inserted }
    }

    private func mounted(by room: Room) -> [ListedPage] {
        room.pages.flatMap { mount in
            mount.samples.map { address in
                ListedPage(
                    mount.word.isEmpty ? "first" : mount.word, address, key: address == mount.samples.first ? mount.menu?.key : nil,
                    isForPrograms: mount.isForPrograms, isFor: { mount.isOpen(to: PageList.sight($0)) }
                ) { phrases in phrases(mount.name ?? "room.\(room.name)") }
            }
        }
    }

    private static func sight(_ rights: Rights) -> any Sight { RightsSight(rights, since: nil, within: nil) }

    /// The pages at which the house itself is looked after, and what everybody has.
    private var own: [ListedPage] {
        let exports = Address.exports(RecordsQuery())
        return [
            page("sign-in", .signIn, "sign.title") { _ in false },
            page("search", .search("ha noi"), "page.find") { _ in true },
            page("credentials", .credentials, "credentials.title") { _ in true },
            page("confirm", .confirm(back: Address.readiness.text), "confirm.title") { _ in true },
            page("packs", .packs, "packs.title") { [house] rights in house.register.kinds.contains { house.isEntered($0, by: rights) } },
            page("exports", exports, "page.exports") { [house] in $0.audits || house.lets($0, do: exportingList) },
        ]
            + FrontDesk.ownMenu.filter { $0.address != exports }.map { entry in
                page(Spelling(entry.address.text)?.path.first ?? "", entry.address, entry.title) { entry.isOpen(to: PageList.sight($0)) }
            }
    }

    private func page(
        _ shape: String, _ address: Address, _ title: String, isFor: @escaping @Sendable (Rights) -> Bool
    ) -> ListedPage {
        let key = FrontDesk.ownMenu.first { $0.address == address }?.key
        return ListedPage(shape, address, key: key, isFor: isFor) { $0(title) }
    }

    /// Of each kind its list, and where records of it are written, taken in and asked for with what is sensitive.
    private func pages(of kind: Kind) -> [ListedPage] {
        let list = ListedPage("list", .list(ListQuery(kind.file)), isFor: { [house] in house.shows(kind, to: $0) }) {
            $0("kind.\(kind.code).many")
        }
        let enters: @Sendable (Rights) -> Bool = { [house] in house.shows(kind, to: $0) && house.isEntered(kind, by: $0) }
        let new = ListedPage("new", .new(file: kind.file), isFor: enters) { phrases in
            phrases("form.new", [Fact("kind", phrases("kind.\(kind.code)"))])
        }
        let take = ListedPage("take", .take(file: kind.file), isFor: enters) { phrases in
            phrases("take.title", [Fact("kind", phrases("kind.\(kind.code).many"))])
        }
        let sealed = kind.columns.filter(\.isSealed)
        let export = ListedPage(
            "export", .askExport(ListQuery(kind.file)),
            isFor: { [house] rights in
                house.lets(rights, do: exportingList) && house.shows(kind, to: rights) && sealed.contains { rights.sees($0) }
            }
        ) { phrases in phrases("exports.ask", [Fact("list", phrases("kind.\(kind.code).many"))]) }
        return [list] + (house.actOnly.wayIn(to: kind.slot) == nil ? [new, take] : []) + (sealed.isEmpty ? [] : [export])
    }

    /// An act that begins from nothing, at the page where it is done.
    private func page(of act: Act) -> ListedPage? {
        guard act.makesRecords, let kind = house.register.kind(slot: act.slot) else { return nil }
        return ListedPage("act", .act(ActAddress(act.name.rawValue)), isFor: { [house] in house.lets($0, change: kind) }) {
            $0("act.\(act.name.rawValue)")
        }
    }

    /// The first of those that most may know of.
    private func first(of kind: Kind) -> (any AnyRow)? {
        (1..<picture.nextNumber(slot: kind.slot)).lazy.compactMap { [picture] in picture[slot: kind.slot][$0] }.min {
            $0.classification.grade < $1.classification.grade
        }
    }

    /// A record, and where it is changed, and what is done to it.
    private func pages(of row: any AnyRow, _ kind: Kind) -> [ListedPage] {
        let address = RecordAddress(kind.file, row.code)
        let sees: @Sendable (Rights) -> Bool = { [house] in house.shows(kind, to: $0) && $0.sees(row) && house.shows(row, to: $0) }
        let record = ListedPage("record", .record(address), isFor: sees) { [picture] in
            Voice($0).name(row.reference, in: picture).raised
        }
        let edit = ListedPage("edit", .edit(address), isFor: { [house] in sees($0) && house.lets($0, change: kind) }) { phrases in
            phrases("form.edit", [Fact("kind", phrases("kind.\(kind.code)")), Fact("code", row.code)])
        }
        let acts = house.acts.filter { $0.origins.contains(kind.slot) || $0.changesRecords && $0.slot == kind.slot }
        let closed = house.actOnly.closed(of: kind, as: row)
        let attached = kind.columns.filter { $0.shape.attachmentUse != nil && !closed.contains($0.name) }
        return [record, edit] + acts.compactMap { page(of: $0, on: address, for: sees) }
            + attached.map { page(of: $0, kind, of: address, for: sees) }
    }

    private func page(of act: Act, on record: RecordAddress, for sees: @escaping @Sendable (Rights) -> Bool) -> ListedPage? {
        guard let written = house.register.kind(slot: act.slot) else { return nil }
        return ListedPage(
            "act-on-record", .act(ActAddress(act.name.rawValue, about: record)),
            isFor: { [house] in sees($0) && house.lets($0, change: written) }
        ) { "\($0("act.\(act.name.rawValue)")): \(record.code)" }
    }

    private func page(
        of column: Kind.Column, _ kind: Kind, of record: RecordAddress, for sees: @escaping @Sendable (Rights) -> Bool
    ) -> ListedPage {
        ListedPage(
            "attach", .attach(AttachmentAddress(record, column.name)),
            isFor: { [house] in sees($0) && $0.sees(column) && house.lets($0, change: kind) }
        ) { phrases in
            phrases("attachment.title", [Fact("field", Voice(phrases).field(column, of: kind)), Fact("code", record.code)])
        }
    }

    /// Where something that is wrong is waived and taken on.
    private func pages(of slip: Slip) -> [ListedPage] {
        let name = SlipName(rule: slip.rule, variant: slip.variant, subjects: slip.subjectNames(in: picture))
        let tends: @Sendable (Rights) -> Bool = { [house, picture] in
            house.lets($0, tend: slip.desk) && PageList.sight($0).sees(slip, in: picture)
        }
        return [
            ListedPage("waive", .waive(name), isFor: tends) { $0("slip.waive.title") },
            ListedPage("assign", .assign(name), isFor: tends) { $0("slip.assign.title") },
        ]
    }
}

extension Constitution {
    /// Whether they may write records of a kind by a form or a sheet: records of acts come about by the act alone.
    fileprivate func isEntered(_ kind: Kind, by rights: Rights) -> Bool {
        actOnly.wayIn(to: kind.slot) == nil && lets(rights, change: kind)
    }
}

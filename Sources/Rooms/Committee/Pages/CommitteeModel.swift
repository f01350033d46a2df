package import Addresses
package import Committee
package import Furniture
package import Ledger

/// Where the bodies of a day are shown.
package struct CommitteePath: SinglePath {
    package static let word = "committee"
    package init() {}
}

/// The bodies of a day as a tree: who stands under whom, and who heads them.
package struct CommitteeModel: PageModel {
    /// A body with those who hold an office in it, its head first, and the bodies below.
    package struct Branch: Sendable {
        package let body: Body
        package let officers: [Officer]
        package let below: [Branch]
    }

    package let day: Day
    package let roots: [Branch]
    /// Bodies that stand under each other in a circle have no root; they are told beside the tree.
    package let astray: [Body]

    package init(_ path: CommitteePath, for reader: Reader) {
        let today = reader.picture.zone.day(at: reader.now)
        day = today
        let bodies = reader.picture.all(Body.self).filter { $0.exists(on: today) && reader.sees($0.reference) }
        let byIdentity = Dictionary(uniqueKeysWithValues: bodies.map { ($0.id, $0) })
        let children = Dictionary(grouping: bodies.filter { $0.parent.map { byIdentity[$0] != nil } ?? false }) { $0.parent ?? $0.id }
        roots = bodies.filter { body in body.parent.map { byIdentity[$0] == nil } ?? true }
            .map { Self.branch($0, children, on: today, reader) }
        astray = bodies.filter { Self.isAstray($0, among: byIdentity) }
    }

    private static func branch(_ body: Body, _ children: [ID<Body>: [Body]], on day: Day, _ reader: Reader) -> Branch {
        let officers = reader.picture.each(Officer.byBody, body.id).filter { officer in
            officer.isValid(on: day) && officer.role != .member && reader.sees(officer.reference)
        }
        return Branch(
            body: body, officers: officers.sorted { ($0.role == .head ? 0 : 1, $0.id) < ($1.role == .head ? 0 : 1, $1.id) },
            below: (children[body.id] ?? []).map { branch($0, children, on: day, reader) })
    }

    private static func isAstray(_ body: Body, among bodies: [ID<Body>: Body]) -> Bool {
        var above = body
        for _ in bodies {
            guard let parent = above.parent.flatMap({ bodies[$0] }) else { return false }
            above = parent
        }
        return true
    }
}

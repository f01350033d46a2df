import Addresses
import Committee
package import Furniture
import Ledger
import Phrases
import Rulebook

/// The bodies of a day as a tree: who stands under whom, who heads it, and what it may decide by itself.
package struct CommitteePage: Sendable {
    private let reader: Reader
    private let day: Day
    private let children: [ID<Body>: [Body]]
    private let roots: [Body]
    private let astray: [Body]

    package init(for reader: Reader) {
        self.reader = reader
        day = reader.picture.zone.day(at: reader.now)
        let today = day
        let bodies = reader.picture.all(Body.self).filter { $0.exists(on: today) && reader.sees($0.reference) }
        let known = Set(bodies.map(\.id))
        children = Dictionary(grouping: bodies.filter { $0.parent.map(known.contains) ?? false }) { $0.parent ?? $0.id }
        roots = bodies.filter { body in !(body.parent.map(known.contains) ?? false) }
        // Bodies that stand under each other in a circle have no root; they are told beside the tree.
        let byIdentity = Dictionary(uniqueKeysWithValues: bodies.map { ($0.id, $0) })
        astray = bodies.filter { CommitteePage.isAstray($0, among: byIdentity) }
    }

    package var page: Page {
        Page(reader.phrases("page.committee")) { html in
            AsOfForm(.committee(asOf: nil), reader).write(&html)
            html.element(.p, reader.phrases("committee.on", [.init("day", day)]))
            html.element(.ul, [.class("tree")]) { html in for body in roots { branch(body, &html) } }
            guard !astray.isEmpty else { return }
            html.element(.h2, reader.phrases("committee.astray"))
            html.element(.ul) { html in for body in astray { html.element(.li) { reader.link(to: body.reference, &$0) } } }
        }
    }

    private static func isAstray(_ body: Body, among bodies: [ID<Body>: Body]) -> Bool {
        var above = body
        for _ in bodies {
            guard let parent = above.parent.flatMap({ bodies[$0] }) else { return false }
            above = parent
        }
        return true
    }

    private func branch(_ body: Body, _ html: inout HTML) {
        html.element(.li) { html in
            html.element(.div, [.class("body \(body.kind.rawValue)")]) { html in
                reader.link(to: body.reference, &html)
                html.element(.span, [.class("quiet")], " \(reader.phrases("word.\(body.kind.rawValue)"))")
                if let row = reader.picture[body.reference] { reader.markAssumed(row, &html) }
                officers(of: body, &html)
            }
            let below = children[body.id] ?? []
            guard !below.isEmpty else { return }
            html.element(.ul) { html in for child in below { branch(child, &html) } }
        }
    }

    private func officers(of body: Body, _ html: inout HTML) {
        let officers = reader.picture.each(Officer.byBody, body.id).filter { officer in
            officer.isValid(on: day) && officer.role != .member && reader.sees(officer.reference)
        }
        guard !officers.isEmpty else { return }
        html.element(.ul, [.class("officers")]) { html in
            for officer in officers.sorted(by: { ($0.role == .head ? 0 : 1, $0.id) < ($1.role == .head ? 0 : 1, $1.id) }) {
                html.element(.li) { html in
                    let title = reader.phrases.language == .vietnamese ? officer.titleVietnamese : officer.titleEnglish
                    html.element(.a, [.href(.record(RecordAddress(Officer.file, officer.code, asOf: reader.asOf)))], title)
                }
            }
        }
    }
}

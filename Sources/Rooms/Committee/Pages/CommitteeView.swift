import Addresses
import Committee
package import Furniture
import Ledger
import Phrases
import Rulebook

extension CommitteeModel {
    package func shown(to reader: Reader) -> PageResult { .page(CommitteeView(committee: self, reader: reader).page) }
}

/// The bodies of a day as a tree, as a reader sees it.
private struct CommitteeView: Sendable {
    let committee: CommitteeModel
    let reader: Reader

    var page: Page {
        Page(reader.phrases("page.committee")) { html in
            AsOfForm(Address(CommitteePath()), reader).write(&html)
            html.element(.p, reader.phrases("committee.on", [.init("day", committee.day)]))
            html.element(.ul, [.class("tree")]) { html in for branch in committee.roots { self.branch(branch, &html) } }
            guard !committee.astray.isEmpty else { return }
            html.element(.h2, reader.phrases("committee.astray"))
            html.element(.ul) { html in
                for body in committee.astray { html.element(.li) { reader.link(to: body.reference, &$0) } }
            }
        }
    }

    private func branch(_ branch: CommitteeModel.Branch, _ html: inout HTML) {
        let body = branch.body
        html.element(.li) { html in
            html.element(.div, [.class("body \(body.kind.rawValue)")]) { html in
                reader.link(to: body.reference, &html)
                html.element(.span, [.class("quiet")], " \(reader.phrases("word.\(body.kind.rawValue)"))")
                if let row = reader.picture[body.reference] { reader.markAssumed(row, &html) }
                officers(branch.officers, &html)
            }
            guard !branch.below.isEmpty else { return }
            html.element(.ul) { html in for child in branch.below { self.branch(child, &html) } }
        }
    }

    private func officers(_ officers: [Officer], _ html: inout HTML) {
        guard !officers.isEmpty else { return }
        html.element(.ul, [.class("officers")]) { html in
            for officer in officers {
                html.element(.li) { html in
                    let title = reader.phrases.language.ofRecords == .vietnamese ? officer.titleVietnamese : officer.titleEnglish
                    html.element(.a, [.href(.record(RecordAddress(Officer.file, officer.code, asOf: reader.asOf)))], title)
                }
            }
        }
    }
}

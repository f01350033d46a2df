package import Addresses
package import Ledger
import Phrases
import Rulebook

/// Something told in words on a page, line by line under labels: what a proposal would let out, what became of it.
package struct ToldPart: Sendable {
    package enum Content: Sendable {
        case text(String)
        case record(Reference)
        case records([Reference])
        case place(Address, String)
    }

    private let id: String
    private let title: String
    private let lines: [(label: String, content: Content)]

    /// - Parameter id: by which its heading is known on the page.
    package init(_ id: String, _ title: String, _ lines: [(label: String, content: Content)]) {
        self.id = id
        self.title = title
        self.lines = lines
    }

    package func write(_ reader: Reader, _ html: inout HTML) {
        html.element(.section, [.class("told"), .aria(.labelledby, id)]) { html in
            html.element(.h2, [.id(id)], title)
            html.element(.dl, [.class("facts")]) { html in
                for (label, content) in lines {
                    html.element(.dt, label)
                    html.element(.dd) { write(content, reader, &$0) }
                }
            }
        }
    }

    private func write(_ content: Content, _ reader: Reader, _ html: inout HTML) {
        switch content {
        case .text(let text): html.element(.bdi, text)
        case .record(let record): reader.writeNamed(record, &html)
        case .records(let records): reader.writeNamed(records, &html)
        case .place(let address, let words): html.element(.a, [.href(address)], words)
        }
    }
}

extension Reader {
    /// Records that are told one by one; of more only how many they are.
    private static let mostNamed = 50

    /// Records by their names, and of those that the reader may not know how many there are.
    package func writeNamed(_ records: [Reference], _ html: inout HTML) {
        let known = records.filter(sees)
        html.element(.ul, [.class("ticked")]) { html in
            for record in known.prefix(Reader.mostNamed) { html.element(.li) { writeNamed(record, &$0) } }
            if known.count > Reader.mostNamed {
                html.element(.li, phrases("preview.more", [Fact("count", known.count - Reader.mostNamed)]))
            }
            if known.count < records.count {
                html.element(.li, [.class("quiet")], phrases("told.unseen", [Fact("count", records.count - known.count)]))
            }
        }
    }

    /// A record by its name, and a person also by what they are called, as far as the reader may see it. That is a reading, and noted.
    package func writeNamed(_ record: Reference, _ html: inout HTML) {
        link(to: record, &html)
        guard sees(record), let people = picture.register.people, record.slot == people.slot, let row = picture[record] else { return }
        for place in people.columns.indices where people.columns[place].meaning == .personalName && row.value(place) != .absent {
            guard sight.sees(people.columns[place], of: people) else { continue }
            html.text(" ")
            write(row, place, of: people, leavingBlank: true, &html)
        }
    }
}

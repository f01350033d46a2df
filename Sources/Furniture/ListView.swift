package import Addresses
import Ledger
import Phrases
import Rulebook

extension ListModel {
    /// The list as a page.
    ///
    /// - Parameters:
    ///   - kept: the reader's lists of this kind that are kept under a name; nil where they can keep none.
    ///   - asks: whether the reader may ask for it with what tells of people.
    ///   - acts: what can be done to several of its records at once.
    ///   - formats: as what files it can be had.
    ///   - bulk: what was sent for several records and not taken: it stands as it was sent, and nothing may take its place.
    package func page(
        for reader: Reader, kept: [(name: String, query: ListQuery)]?, asks: Bool, bulk: BulkForm = BulkForm(), offers: [ActOffer] = [],
        acts: [ActAddress] = [], formats: [FormatOffer]
    ) -> Page {
        Page(reader.phrases("kind.\(kind.code).many"), isLive: bulk.complaints.isEmpty) { html in
            bulk.complain(reader, &html)
            if let kept, !kept.isEmpty { shelf(kept, reader, &html) }
            filters(reader, &html)
            html.element(.p, [.class("count"), .role("status")], reader.phrases("list.count", [Fact("count", total)]))
            paper(reader, &html)
            self.acts(canKeep: kept != nil, asks: asks, offers, formats, reader, &html)
            if rows.isEmpty {
                html.element(.p, [.class("nothing")], reader.phrases("list.nothing"))
            } else {
                let leaves = asks && canLeave(reader)
                let canTick = canChange(reader) || !acts.isEmpty || leaves
                table(bulk, canTick: canTick, reader, &html)
                Pager(page, of: pages).write(reader, &html) { number in
                    var there = query
                    there.page = number
                    return .list(there)
                }
                if canTick {
                    bulk.write(
                        kind, query, acts: acts, canChange: canChange(reader), leaving: leaves ? total : nil, reader, &html)
                }
            }
        }
    }

    private func shelf(_ kept: [(name: String, query: ListQuery)], _ reader: Reader, _ html: inout HTML) {
        html.element(.nav, [.class("shelf"), .aria(.label, reader.phrases("views.title"))]) { html in
            html.element(.ul) { html in
                for list in kept {
                    html.element(.li) { html in
                        let isHere = list.query == query
                        html.element(.a, [.href(.list(list.query))] + (isHere ? [.aria(.current, "page")] : []), list.name)
                    }
                }
            }
        }
    }

    /// What paper must say for itself, since it has no fields that show it: what the list was narrowed to, and who may hold it.
    private func paper(_ reader: Reader, _ html: inout HTML) {
        var lines: [String] = query.words.isEmpty ? [] : ["\(reader.phrases("list.words")): \(hasSensitive(reader) ? "…" : query.words)"]
        for filter in query.filters {
            guard let place = kind.place(of: filter.column) else { continue }
            let column = kind.columns[place]
            let isWord = column.shape.choices.contains(filter.value)
            guard !column.isSealed else {
                lines.append("\(reader.voice.field(column, of: kind)): …")
                continue
            }
            lines.append(
                "\(reader.voice.field(column, of: kind)): \(isWord ? reader.voice.word(filter.value, of: column, kind) : filter.value)")
        }
        if let highest = rows.map(\.classification).max(by: { $0.grade < $1.grade }) {
            lines.append(reader.phrases("list.classified", [Fact("classification", .word(highest.rawValue))]))
        }
        if narrowing(for: reader).tells {
            lines.append(reader.phrases("list.narrowed_on_paper"))
        } else if hasSensitive(reader) {
            lines.append(reader.phrases("list.not_on_paper"))
        }
        html.element(.p, [.class("on-paper")], lines.joined(separator: " · "))
    }

    /// Whether there are columns that tell of people and that this reader may see: these leave the house by an export alone.
    private func hasSensitive(_ reader: Reader) -> Bool {
        kind.columns.contains { $0.isSealed && reader.sight.sees($0, of: kind) }
    }

    /// Whether there is anything here of which this reader could ask that it leaves.
    private func canLeave(_ reader: Reader) -> Bool { reader.asOf == nil && hasSensitive(reader) && !rows.isEmpty }

    private func canChange(_ reader: Reader) -> Bool { reader.asOf == nil && reader.sight.enters(kind) }

    /// What can be done with the list: add to it, take a sheet in, write it as a file, keep it under a name.
    private func acts(
        canKeep: Bool, asks: Bool, _ offers: [ActOffer], _ formats: [FormatOffer], _ reader: Reader, _ html: inout HTML
    ) {
        html.element(.div, [.class("acts")]) { html in
            offers.possible(reader, &html)
            if reader.asOf == nil, reader.sight.enters(kind) {
                html.element(.a, [.href(.new(file: kind.file)), .key("n")], reader.phrases("list.new"))
            }
            if canChange(reader) {
                html.element(.a, [.href(.take(file: kind.file))], reader.phrases("list.take"))
            }
            let leaves = !narrowing(for: reader).tells
            if !leaves { html.element(.p, [.class("quiet")], reader.phrases("list.narrowed")) }
            for format in formats where leaves {
                let link = Address.sheet(query, format: format.code)
                html.element(.a, [.href(link)], reader.phrases("list.sheet", [Fact("format", format.name)]))
            }
            if asks, canLeave(reader) { html.element(.a, [.jump(BulkForm.leave)], reader.phrases("list.export")) }
            guard canKeep else { return }
            html.element(.form, [.class("keep"), .action(.views), .method(.post)]) { html in
                token(reader, &html)
                html.void(.input, [.type("hidden"), .name("address"), .value(Address.list(query).text)])
                html.element(.label, [.for("view-name")], reader.phrases("list.keep_as"))
                html.void(.input, [.type("text"), .id("view-name"), .name("name"), .required, .maxlength(80), .autocomplete("off")])
                html.element(.button, [.type("submit"), .class("plain")], reader.phrases("list.keep"))
            }
        }
    }

    private func filters(_ reader: Reader, _ html: inout HTML) {
        html.element(.form, [.class("filters"), .action(.list(ListQuery(query.file))), .method(.get)]) { html in
            field("list-q", reader.phrases("list.words"), &html) { html in
                html.void(.input, [.type("search"), .id("list-q"), .name("q"), .value(query.words), .autocomplete("off")])
            }
            for place in columns { choice(place, reader, &html) }
            if let asOf = query.asOf { html.void(.input, [.type("hidden"), .name("as-of"), .value(asOf.description)]) }
            if !query.order.isEmpty {
                html.void(.input, [.type("hidden"), .name("order"), .value((query.isDescending ? "-" : "") + query.order)])
            }
            html.element(.button, [.type("submit")], reader.phrases("list.narrow"))
            let all = ListQuery(query.file, asOf: query.asOf)
            if query != all { html.element(.a, [.href(.list(all))], reader.phrases("list.all")) }
            for filter in query.filters where !isChosen(filter) { standing(filter, reader, &html) }
        }
    }

    /// A column of few words is narrowed by choosing one.
    private func choice(_ place: Int, _ reader: Reader, _ html: inout HTML) {
        let column = kind.columns[place]
        let words = column.shape.choices
        guard !words.isEmpty else { return }
        let chosen = query.filters.first { $0.column == column.name }?.value
        let id = "list-\(column.name)"
        field(id, reader.voice.field(column, of: kind), &html) { html in
            html.element(.select, [.id(id), .name("is-\(column.name)")]) { html in
                html.element(.option, [.value("")], reader.phrases("list.any"))
                for word in words {
                    html.element(.option, [.value(word)] + (word == chosen ? [.selected] : []), reader.voice.word(word, of: column, kind))
                }
            }
        }
    }

    private func isChosen(_ filter: ListQuery.Filter) -> Bool {
        columns.contains { kind.columns[$0].name == filter.column && !kind.columns[$0].shape.choices.isEmpty }
    }

    /// A filter that came with the address: it is kept when the form is sent, and can be taken off.
    private func standing(_ filter: ListQuery.Filter, _ reader: Reader, _ html: inout HTML) {
        guard let place = kind.place(of: filter.column) else { return }
        html.void(.input, [.type("hidden"), .name("is-\(filter.column)"), .value(filter.value)])
        let without = query.changed { $0.filters.removeAll { $0 == filter } }
        html.element(.p, [.class("standing")]) { html in
            html.text("\(reader.voice.field(kind.columns[place], of: kind)): \(filter.value) ")
            html.element(.a, [.href(.list(without))], reader.phrases("list.take_off"))
        }
    }

    private func table(_ bulk: BulkForm, canTick: Bool, _ reader: Reader, _ html: inout HTML) {
        // What was narrowed or ordered by what tells of people is not on paper: which records stand there, and in which order, tells it.
        let classes = narrowing(for: reader).tells ? "scroll narrowed" : "scroll"
        html.element(.div, [.class(classes), .role("region"), .aria(.label, reader.phrases("kind.\(kind.code).many")), .tabbed]) {
            html in
            html.element(.table, [.class("list")]) { html in
                html.element(.thead) { html in
                    html.element(.tr) { html in
                        if canTick { html.element(.th, [.scope("col"), .class("tick")], reader.phrases("bulk.tick")) }
                        for place in columns { heading(place, reader, &html) }
                    }
                }
                html.element(.tbody) { html in
                    for row in rows { html.element(.tr) { html in cells(row, bulk, canTick: canTick, reader, &html) } }
                }
            }
        }
    }

    private func heading(_ place: Int, _ reader: Reader, _ html: inout HTML) {
        let column = kind.columns[place]
        let isOrdered = query.order == column.name
        let next = query.changed { ($0.order, $0.isDescending) = (column.name, isOrdered && !$0.isDescending) }
        let direction = query.isDescending ? "descending" : "ascending"
        let sensitive: [Attribute] = column.isSealed ? [.class("sensitive")] : []
        html.element(.th, [.scope("col")] + sensitive + (isOrdered ? [.aria(.sort, direction)] : [])) { html in
            html.element(.a, [.href(.list(next))], reader.voice.field(column, of: kind))
        }
    }

    private func cells(_ row: any AnyRow, _ bulk: BulkForm, canTick: Bool, _ reader: Reader, _ html: inout HTML) {
        if canTick {
            html.element(.td, [.class("tick")]) { html in
                html.void(
                    .input,
                    [
                        .type("checkbox"), .name("code"), .value(row.code), .form("bulk"),
                        .aria(.label, reader.phrases("bulk.tick_one", [Fact("code", row.code)])),
                    ] + (bulk.ticked.contains(row.code) ? [.checked] : []))
            }
        }
        for place in columns {
            let column = kind.columns[place]
            if column.isCode {
                html.element(.th, [.scope("row")]) { html in
                    html.element(.a, [.href(.record(RecordAddress(kind.file, row.code, asOf: query.asOf)))], row.code)
                    reader.markAssumed(row, &html)
                }
            } else {
                let classes = (column.shape == .integer ? ["number"] : []) + (column.isSealed ? ["sensitive"] : [])
                html.element(.td, classes.isEmpty ? [] : [.class(classes.joined(separator: " "))]) { html in
                    reader.write(row, place, of: kind, leavingBlank: true, &html)
                }
            }
        }
    }
}

extension Shape {
    /// The words of a closed set; none for any other shape.
    fileprivate var choices: [String] { if case .choice(let words) = self { words } else { [] } }
}

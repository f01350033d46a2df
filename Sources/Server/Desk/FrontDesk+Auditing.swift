import Addresses
import Engine
import Furniture
import Ledger
import Phrases
import Rulebook

/// What the house writes down of its visitors, for those who audit: who was shown what is sensitive, and what was done with sign-ins.
extension FrontDesk {
    /// Lines on a page.
    private static let pageSize = 100

    /// Who has been shown sensitive fields. Of one reader's one day each reading stands by itself; otherwise those of an hour stand together.
    func readingsPage(_ query: LogQuery, for reader: Reader) async -> Page? {
        guard reader.sight.audits else { return nil }
        let span = span(of: query, reader)
        let isEach = !query.account.isEmpty && query.day != nil
        guard let (all, shown) = try? await readings(span, page: query.page, each: isEach) else { return nil }
        let proof = query == LogQuery() ? try? await credentials.prove(.readings) : nil
        return Page(reader.phrases("page.readings"), isLive: false) { html in
            if let proof { self.proof(proof, "events", reader, &html) }
            self.filter(query, .readings(LogQuery()), reader, &html)
            html.element(
                .p, [.class("count"), .role("status")],
                reader.phrases(isEach ? "readings.count" : "readings.hours", [Fact("count", all)]))
            table(
                "page.readings", ["readings.at", "readings.reader", "readings.times", "readings.record", "readings.fields"], reader, &html
            ) {
                html in
                for reading in shown {
                    html.element(.tr) { html in
                        when(reading.at, reader, &html)
                        html.element(.td) { html in
                            let day = reader.picture.zone.day(at: reading.at)
                            let each = Address.readings(LogQuery(account: reading.reader, day: day))
                            html.element(.a, [.href(each)], reader.office(of: reading.reader))
                        }
                        html.element(.td, reader.phrases.grouped(reading.count))
                        html.element(.td, records(of: reading, reader))
                        html.element(.td, fields(reading, reader))
                    }
                }
            }
            pages(of: all, query, reader, &html) { .readings($0) }
        }
    }

    /// What was done with accounts' sign-ins.
    func signInsPage(_ query: LogQuery, for reader: Reader) async -> Page? {
        guard reader.sight.audits else { return nil }
        guard let (all, shown) = try? await credentials.events(span(of: query, reader), page: query.page, of: Self.pageSize) else {
            return nil
        }
        // The proof reads everything: it is made where somebody begins to look, and not on each page that they turn to.
        var proof: Chain.Proof?
        if query == LogQuery() { proof = try? await credentials.prove(.events) }
        let proved = proof
        return Page(reader.phrases("page.sign_ins"), isLive: false) { html in
            if let proved { self.proof(proved, "events", reader, &html) }
            self.filter(query, .signIns(LogQuery()), reader, &html)
            html.element(.p, [.class("count"), .role("status")], reader.phrases("events.count", [Fact("count", all)]))
            table(
                "page.sign_ins", ["events.number", "readings.at", "events.matter", "kind.account", "events.by", "events.peer"], reader,
                &html
            ) {
                html in
                for event in shown {
                    html.element(.tr) { html in
                        html.element(.td, String(event.number))
                        when(event.at, reader, &html)
                        let phrase = "events.\(event.matter)"
                        html.element(.td, reader.phrases.has(phrase) ? reader.phrases(phrase) : event.matter)
                        html.element(.td, event.account.isEmpty ? "—" : reader.office(of: event.account))
                        html.element(.td, event.by.isEmpty ? "—" : reader.office(of: event.by))
                        html.element(.td) { $0.element(.bdi, event.peer.isEmpty ? "—" : event.peer) }
                    }
                }
            }
            pages(of: all, query, reader, &html) { .signIns($0) }
        }
    }

    private func readings(
        _ span: Credentials.Span, page: Int, each isEach: Bool
    ) async throws -> (all: Int, shown: [Credentials.Reading]) {
        guard isEach else { return try await credentials.gatheredReadings(span, page: page, of: Self.pageSize) }
        return try await credentials.readings(span, page: page, of: Self.pageSize)
    }

    func proof(_ proof: Chain.Proof, _ what: String, _ reader: Reader, _ html: inout HTML) {
        let facts = [Fact("count", proof.count), Fact("head", String(proof.head.prefix(16)))]
        if let damaged = proof.damaged {
            html.element(.p, [.class("errors"), .role("alert")], reader.phrases("\(what).damaged", [Fact("number", Int(damaged))] + facts))
        } else {
            // Of no line there is no hash.
            html.element(.p, reader.phrases(proof.count == 0 ? "events.none" : "\(what).whole", facts))
        }
    }

    func span(of query: LogQuery, _ reader: Reader) -> Credentials.Span {
        let zone = reader.picture.zone
        return Credentials.Span(
            account: query.account, time: query.day.map { (zone.start(of: $0), zone.start(of: $0.adding(days: 1))) })
    }

    func filter(_ query: LogQuery, _ address: Address, _ reader: Reader, _ html: inout HTML) {
        html.element(.form, [.class("as-of"), .action(address), .method(.get)]) { html in
            Self.field("account", reader.phrases("kind.account"), "text", [.value(query.account), .autocomplete("off")], &html)
            Self.field("day", reader.phrases("readings.day"), "date", [.value(query.day?.description ?? "")], &html)
            html.element(.button, [.type("submit")], reader.phrases("page.show"))
        }
    }

    func table(
        _ name: String, _ heads: [String], _ reader: Reader, _ html: inout HTML, rows: (inout HTML) -> Void
    ) {
        html.element(.div, [.class("scroll"), .role("region"), .aria(.label, reader.phrases(name)), .tabbed]) { html in
            html.element(.table, [.class("list")]) { html in
                html.element(.thead) { html in
                    html.element(.tr) { html in for head in heads { html.element(.th, [.scope("col")], reader.phrases(head)) } }
                }
                html.element(.tbody) { rows(&$0) }
            }
        }
    }

    private func when(_ at: Instant, _ reader: Reader, _ html: inout HTML) {
        let moment = Moment(at, in: reader.picture.zone)
        html.element(.td) { $0.element(.time, [.datetime(moment)], reader.phrases.moment(moment)) }
    }

    func pages(of all: Int, _ query: LogQuery, _ reader: Reader, _ html: inout HTML, _ address: (LogQuery) -> Address) {
        Pager(query.page, of: max(1, (all + Self.pageSize - 1) / Self.pageSize)).write(reader, &html) { page in
            var other = query
            other.page = page
            return address(other)
        }
    }

    private func records(of reading: Credentials.Reading, _ reader: Reader) -> String {
        let named = reading.records.map { spelled($0, reader) }.joined(separator: " · ")
        return reading.more == 0 ? named : named + " · " + reader.phrases("readings.more", [Fact("count", reading.more)])
    }

    /// `person/P-1`, `person ×50` and `person ? · family_name` in the reader's words.
    private func spelled(_ record: String, _ reader: Reader) -> String {
        let kind = String(record.prefix { $0 != "/" && $0 != " " })
        if let slot = reader.picture.register.kind(kind)?.slot, record.dropFirst(kind.count).first == "/",
            let number = reader.picture[slot: slot].number(of: String(record.dropFirst(kind.count + 1))),
            !reader.sees(Reference(slot: slot, number: number))
        {
            return reader.phrases("record.unseen")
        }
        let said = reader.picture.register.kind(kind).flatMap { asked(by: record.dropFirst(kind.count), of: $0, reader) }
        if let said { return "\(reader.phrases("kind.\(kind).many")): \(said)" }
        return reader.phrases("kind.\(kind)") + record.dropFirst(kind.count).replacing("/", with: " ", maxReplacements: 1)
    }

    /// By what of people a list was asked for; nil where something else is noted.
    private func asked(by text: Substring, of kind: Kind, _ reader: Reader) -> String? {
        let isSearched = text.hasPrefix(" ?")
        let rest = isSearched ? text.dropFirst(2) : text
        guard rest.isEmpty ? isSearched : rest.hasPrefix(" · ") else { return nil }
        let names = rest.dropFirst(3).split(separator: ",").map { String($0).trimmed }
        let columns = names.isEmpty ? [] : [fields(names, of: kind.code, reader)]
        return ((isSearched ? [reader.phrases("exports.words")] : []) + columns).joined(separator: " · ")
    }

    /// The fields by the names that people know, whatever kind they are of.
    private func fields(_ reading: Credentials.Reading, _ reader: Reader) -> String {
        let kinds = Set(reading.records.map { String($0.prefix { $0 != "/" && $0 != " " }) }).sorted().compactMap {
            reader.picture.register.kind($0)
        }
        return reading.fields.map { name in
            for kind in kinds {
                if let column = kind.columns.first(where: { $0.name == name }) { return reader.voice.field(column, of: kind) }
            }
            return name
        }.joined(separator: ", ")
    }
}

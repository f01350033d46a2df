import Addresses
import Engine
import Exchange
import Foundation
import Furniture
import Ledger
import Mounting
import Phrases
import Rulebook

/// The house for programs: the same records, rights and acts as the pages, as JSON. A program comes with a token that an account's
/// holder has made, and never may more than that account; the script of a page comes with its visitor's session, and with the token that only
/// the house's own pages carry.
struct InterfaceDesk {
    let desk: FrontDesk
    let phrases: Phrases

    init(_ desk: FrontDesk, _ phrases: Phrases) {
        self.desk = desk
        self.phrases = phrases
    }

    func answer(_ visit: Visit, at place: InterfaceAddress) async -> Answer {
        if place == .description {
            guard visit.method != .post else { return refused(.methodNotAllowed, .method, phrases("api.method")) }
            return Answer(.fine, .json, shared: desk.description.bytes)
        }
        let view = await desk.served.now()
        let asker: Asker
        do { asker = try await self.asker(visit, view) } catch {
            return error == .form ? refused(.forbidden, .form, phrases("api.form")) : refused(.unauthorized, .token, phrases("api.token"))
        }
        return await InterfaceDesk(desk, asker.visitor.phrases).answer(visit, at: place, asker, view)
    }

    /// In whose name something is asked, and how much they may ask.
    private struct Asker {
        let visitor: Visitor
        let scope: Credentials.Scope
    }

    /// - Throws: `form` where a page's script does not show that it is one, `token` where nobody is known.
    private func asker(_ visit: Visit, _ view: ServedCeremony.View) async throws(InterfaceRefusal) -> Asker {
        guard let token = visit.bearer else { return try await pageAsker(visit, view) }
        guard visit.user == nil, let bearer = try? await desk.credentials.bearer(of: token, now: desk.realNow), bearer.scope != .calendar,
            let visitor = Visitor(bearer.account, token: bearer.number, desk.house, view, phrases, peer: visit.peer)
        else { throw .token }
        return Asker(visitor: visitor, scope: bearer.scope)
    }

    /// The visitor in whose page a script asks. Even to read it shows the page's token: another site's script has none.
    private func pageAsker(_ visit: Visit, _ view: ServedCeremony.View) async throws(InterfaceRefusal) -> Asker {
        guard let token = visit.session, let session = await desk.sessions.session(token, now: desk.realNow, wakes: !visit.isAutomatic)
        else { throw .token }
        guard visit.origin == "same-origin", visit.formToken == session.formToken else { throw .form }
        let phrases = desk.phrases(session.language.rawValue, or: phrases.language)
        guard let visitor = Visitor(session, token: token, desk.house, view, phrases, peer: visit.peer) else { throw .token }
        return Asker(visitor: visitor, scope: .write)
    }

    private func answer(_ visit: Visit, at place: InterfaceAddress, _ asker: Asker, _ view: ServedCeremony.View) async -> Answer {
        let visitor = asker.visitor
        let reader = desk.reader(visitor, view, at: .readiness)
        guard visit.isLegible else { return refused(.badRequest, .illegible, phrases("api.illegible")) }
        let answer = await desk.underWay.run(for: visitor.holder) { await self.answer(visit, at: place, asker.scope, visitor, reader) }
        return answer ?? refused(.tooMany, .busy, phrases("error.too_much"))
    }

    /// What somebody gets for whose body there is no room now.
    var turnedAway: Answer { refused(.tooMany, .busy, phrases("error.too_heavy")) }

    /// What somebody gets whose token is known. Whether they may have anything written is asked before what they sent is looked at.
    private func answer(
        _ visit: Visit, at place: InterfaceAddress, _ scope: Credentials.Scope, _ visitor: Visitor, _ reader: Reader
    ) async -> Answer {
        switch (place, visit.method) {
        case (.acts, .post):
            guard scope == .write else { return refused(.forbidden, .scope, phrases("api.scope")) }
            return await act(visit.body, visitor, reader)
        case (.preview, .post): return await act(visit.body, visitor, reader, isTried: true)
        case (.packs(let isPreview), .post):
            guard isPreview || scope == .write else { return refused(.forbidden, .scope, phrases("api.scope")) }
            return await takePack(visit, isPreview: isPreview, visitor, reader)
        case (.attachment(let place), .post):
            guard scope == .write else { return refused(.forbidden, .scope, phrases("api.scope")) }
            return await attach(visit, place, visitor, reader)
        case (.attachment(let place), .get), (.attachment(let place), .head): return await attachment(place, reader, visitor)
        case (.list(let query), .get), (.list(let query), .head): return await list(query, reader, visitor)
        case (.export(let query, let code), .get), (.export(let query, let code), .head):
            return await export(code, query, reader, visitor)
        case (.record(let record), .get), (.record(let record), .head): return await self.record(record, reader, visitor)
        case (.slips, .get), (.slips, .head): return slips(reader, page: 1)
        case (.slipsPage(let page), .get), (.slipsPage(let page), .head): return slips(reader, page: page)
        case (.changes(let entry), .get), (.changes(let entry), .head): return changes(after: entry, reader)
        case (.nowhere, _): return notFound
        default: return refused(.methodNotAllowed, .method, phrases("api.method"))
        }
    }

    private func list(_ query: ListQuery, _ reader: Reader, _ visitor: Visitor) async -> Answer {
        guard query.asOf == nil, let model = await desk.model(of: query, for: reader, visitor) else { return notFound }
        let start = (query.page - 1).multipliedReportingOverflow(by: ServerBounds.page)
        let rows = start.overflow ? [] : Array(model.all.dropFirst(start.partialValue).prefix(ServerBounds.page))
        // What tells of people is given by an export, be it in a field or in which records are found, and in which order.
        guard !model.narrowing(for: reader).tells else { return refused(.forbidden, .narrowed, phrases("api.narrowed")) }
        return fine([
            .init("count", .integer(Int64(model.total))), .init("page", .integer(Int64(query.page))),
            .init("records", .list(rows.map { written($0, model.kind, reader) { !$0.isSealed } })),
        ])
    }

    /// What an export gives of a list, to whoever asked for it: each page is a copy, and noted as one.
    private func export(_ code: String, _ query: ListQuery, _ reader: Reader, _ visitor: Visitor) async -> Answer {
        guard query.asOf == nil, let model = await desk.model(of: query, for: reader, visitor),
            let found = try? await desk.leaving(code, for: reader, visitor)
        else { return notFound }
        let leaving: Leaving
        switch found {
        case .success(let given): leaving = given
        case .failure(.notThere): return notFound
        case .failure(let bar): return refused(.forbidden, .notYours, phrases(bar.rawValue))
        }
        guard leaving.kind.slot == model.kind.slot else { return notFound }
        // By what it does not give it tells nothing either.
        let narrowing = model.narrowing(for: reader)
        guard (narrowing.columns + narrowing.searched).allSatisfy(leaving.columns.contains) else {
            return refused(.forbidden, .narrowed, phrases("api.narrowed"))
        }
        let given = Set(leaving.rows.map(\.number))
        let all = model.all.filter { given.contains($0.number) }
        let start = (query.page - 1).multipliedReportingOverflow(by: ServerBounds.page)
        let rows = start.overflow ? [] : Array(all.dropFirst(start.partialValue).prefix(ServerBounds.page))
        guard let mark = await desk.noteCopy(of: leaving.only(rows, of: desk.house.exports), as: "json", reader, visitor) else {
            return notFound
        }
        return fine([
            .init("count", .integer(Int64(all.count))), .init("page", .integer(Int64(query.page))), .init("copy", .text(mark.line)),
            .init("records", .list(rows.map { written($0, model.kind, reader) { leaving.gives($0, reader) } })),
        ])
    }

    private func record(_ address: RecordAddress, _ reader: Reader, _ visitor: Visitor) async -> Answer {
        guard let kind = reader.picture.register.kind(file: address.file), reader.sight.sees(kind),
            let number = reader.picture[slot: kind.slot].number(of: address.code), let row = reader.picture[slot: kind.slot][number],
            reader.sight.sees(row, of: kind)
        else { return notFound }
        guard await desk.noteReading(of: kind, "\(kind.code)/\(address.code)", reader, visitor) else { return notFound }
        return Answer(.fine, .json, bytes: Array(written(row, kind, reader).written.utf8))
    }

    /// A record by its kind and code, with the fields that the bearer may see; other records by their codes.
    private func written(
        _ row: any AnyRow, _ kind: Kind, _ reader: Reader, where isGiven: (Kind.Column) -> Bool = { _ in true }
    ) -> JSON {
        var fields: [JSON.Member] = []
        for (place, column) in kind.columns.enumerated()
        where !column.isCode && reader.sight.sees(column, of: kind) && isGiven(column) {
            let value = row.value(place)
            guard value != .absent else { continue }
            let json = reader.picture.register.written(value, column.shape) { reader.sees($0) ? reader.picture.code(of: $0) : nil }
            fields.append(.init(column.name, json))
        }
        return .object([
            .init("kind", .text(kind.code)), .init("code", .text(row.code)), .init("happened", .text(row.happened.description)),
            .init("entry", .integer(Int64(row.sequence))),
            .init("fields", .object(fields)),
        ])
    }

    private func slips(_ reader: Reader, page: Int) -> Answer {
        let all = reader.slips
        let slips = all.dropFirst((page - 1) * ServerBounds.page).prefix(ServerBounds.page).map { slip in
            JSON.object([
                .init("rule", .text(slip.rule)), .init("variant", .text(slip.variant)), .init("severity", .text(slip.severity.rawValue)),
                .init("desk", .text(slip.desk)), .init("subjects", .list(slip.subjectNames(in: reader.picture).map { .text($0) })),
                .init("since", slip.since == .distantPast ? .null : .text(slip.since.description)),
                .init("explanation", .text(reader.explanation(of: slip))),
                .init("mend", .text(reader.mending(of: slip))),
                .init("waived", .flag(reader.picture.waiver(for: slip, at: reader.now) != nil)),
            ])
        }
        return fine([
            .init("count", .integer(Int64(all.count))), .init("page", .integer(Int64(page))), .init("slips", .list(slips)),
        ])
    }

    /// Performs one act in the name of the token's account, or tells what it would do.
    private func act(_ body: [UInt8], _ visitor: Visitor, _ reader: Reader, isTried: Bool = false) async -> Answer {
        do throws(Denial) { try desk.served.mayAct(visitor.authority(at: desk.realNow)) } catch { return refused(error, reader) }
        let json: JSON
        do { json = try JSON(parsing: body, within: .sent) } catch {
            return refused(
                .badRequest, .json, phrases("json.\(error.reason.rawValue)", [Fact("file", "-"), Fact("offset", error.offset)]))
        }
        guard case .object(let members) = json, !members.contains(where: { $0.name == "actor" }) else {
            return refused(.badRequest, .actor, phrases("api.actor"))
        }
        var request: ActRequest
        do {
            guard let one = try ActRequest.reading(.object(members + [.init("actor", .text(visitor.actor))])).first else {
                return refused(.badRequest, .json, phrases("api.actor"))
            }
            request = one
            request.authority = visitor.authority(at: desk.realNow)
        } catch {
            return refused(.badRequest, error.code, reader.voice.refusal(error, naming: reader.name))
        }
        // What an act says of its records is told by the field, where it is drafted.
        guard [request.reason, request.overrideReason, request.idempotencyKey].allSatisfy(\.isLegible) else {
            return refused(.badRequest, .illegible, phrases("api.illegible"))
        }
        // A key is its account's own: nobody's act is taken for another's.
        // The journal keeps it for ever, and a program may have made it of somebody's name.
        if !request.idempotencyKey.isEmpty {
            request.idempotencyKey = Secret.hash("\(bearerCode(visitor))/\(request.idempotencyKey)").hexadecimal
        }
        guard !request.proposals.contains(where: { $0.contents.contains { $0.column == "code" } }) else {
            return refused(.forbidden, .notYours, phrases("api.not_yours"))
        }
        if isTried { return await tried(request, reader) }
        switch await desk.served.perform(request) {
        case .success(let receipt):
            return fine([
                .init("entry", .integer(Int64(receipt.sequence))),
                .init("proposal", await proposal(receipt)),
                .init("written_before", .flag(receipt.wasWritten)),
                .init("appeared", .list(receipt.appeared.filter { isSeen($0, reader) }.map { .text($0.rule) })),
                .init("gone", .list(receipt.gone.filter { isSeen($0, reader) }.map { .text($0.rule) })),
            ])
        case .failure(let denial): return refused(denial, reader)
        }
    }

    func refused(_ denial: Denial, _ reader: Reader) -> Answer {
        switch denial {
        case .needsProof: return refused(.forbidden, .needsProof, phrases("denial.needs_proof"))
        case .refused(let refusal):
            let isOthers = [EngineRefusal.notYours, .notYoursInPack, .mayChangeNothing, .aboveOwnCeiling, .beyondScope].map(\.rawValue)
                .contains(
                    refusal.code)
            let isForLater = refusal.code == EngineRefusal.busy.rawValue
            let status: Answer.Status = isForLater ? .tooMany : isOthers ? .forbidden : .refused
            return refused(status, refusal.code, reader.voice.refusal(refusal, naming: reader.name))
        case .stopped: return refused(.refused, .stopped, desk.lines(denial, reader).joined(separator: "\n"))
        case .noSpace, .journal: return refused(.unavailable, .journal, desk.lines(denial, reader).joined(separator: "\n"))
        }
    }

    /// What an act would do, as far as its bearer may know.
    private func tried(_ request: ActRequest, _ reader: Reader) async -> Answer {
        switch await desk.served.preview(request) {
        case .success(let preview):
            let changes = preview.changes.compactMap { change -> JSON? in
                guard let kind = reader.picture.register.kind(slot: change.after.reference.slot), reader.sight.sees(kind),
                    let row = change.after.row ?? change.before, reader.sight.sees(change.before ?? row, of: kind)
                else { return nil }
                // What would change is asked of many at once: what tells of people is read record by record, where it is noted.
                return written(row, kind, reader) { !$0.isSealed }
            }
            return fine([
                .init("changes", .list(changes)), .init("takes_two", .flag(preview.takesTwo)),
                .init("appeared", .list(preview.appeared.filter { reader.sight.sees($0, in: reader.picture) }.map { .text($0.rule) })),
                .init("gone", .list(preview.gone.filter { reader.sight.sees($0, in: reader.picture) }.map { .text($0.rule) })),
            ])
        case .failure(let denial): return refused(denial, reader)
        }
    }

    /// The code of the proposal that waits for another officer; null where the act was done.
    private func proposal(_ receipt: Receipt) async -> JSON {
        guard let proposal = receipt.proposal else { return .null }
        return await desk.served.now().picture.code(of: proposal).map { .text($0) } ?? .null
    }

    private func bearerCode(_ visitor: Visitor) -> String { visitor.account ?? visitor.actor }

    private func isSeen(_ slip: Slip, _ reader: Reader) -> Bool { slip.subjects.allSatisfy(reader.sees) }

    func fine(_ members: [JSON.Member]) -> Answer { Answer(.fine, .json, bytes: Array(JSON.object(members).written.utf8)) }

    var notFound: Answer { refused(.notFound, .notFound, phrases("api.not_found")) }

    func refused(_ status: Answer.Status, _ why: InterfaceRefusal, _ message: String) -> Answer {
        refused(status, why.rawValue, message)
    }

    func refused(_ status: Answer.Status, _ code: String, _ message: String) -> Answer {
        let error = JSON.object([.init("error", .object([.init("code", .text(code)), .init("message", .text(message))]))])
        return Answer(status, .json, bytes: Array(error.written.utf8))
    }
}

import Addresses
import Engine
import Exchange
import Furniture
import Ledger
import Mounting
import Paperwork
import Phrases
import Rulebook

/// Packs brought to the house while it is in use: looked at first, and then taken in whole or not at all.
extension FrontDesk {
    /// Where packs are taken, as it is spelled: it is compared with the place of everything that is sent.
    private static let packsOfPeople = Address.packs.text
    private static let packsOfPrograms = InterfaceAddress.packs(isPreview: false).text

    /// Whether somebody may send more than a form: whoever may enter the records of a sheet, or any where packs are taken, and a program of
    /// somebody who may change anything where packs are.
    package func takesMuch(at path: String, session: String?, bearer: String?) async -> Bool {
        if path == FrontDesk.packsOfPrograms { return await takesPacks(of: bearer) }
        guard path.hasPrefix("/take/") || path == FrontDesk.packsOfPeople, let address = Address(path), let session,
            let known = await sessions.session(session, now: realNow, wakes: false),
            let visitor = Visitor(known, token: session, house, await served.now(), phrases("", or: .vietnamese), peer: "")
        else { return false }
        let reader = reader(visitor, await view(of: visitor), at: address)
        switch address {
        case .take(let file):
            return reader.picture.register.kind(file: file).map { reader.sight.sees($0) && reader.sight.enters($0) } ?? false
        case .packs: return reader.picture.register.kinds.contains { reader.sight.enters($0) }
        default: return false
        }
    }

    private func takesPacks(of bearer: String?) async -> Bool {
        guard let bearer, let known = try? await credentials.bearer(of: bearer, now: realNow), known.scope != .calendar,
            let visitor = Visitor(known.account, token: known.number, house, await served.now(), phrases("", or: .vietnamese), peer: "")
        else { return false }
        do throws(Denial) { try await served.mayLoad(visitor.authority(at: realNow)) } catch { return false }
        return true
    }

    /// Reads a file when it is its bearer's turn, or says that too much is under way.
    func reading(
        for visitor: Visitor, at address: Address, _ read: @Sendable () async throws -> Answer
    ) async throws -> Answer {
        let outcome: Result<Answer, any Error>
        do throws(ReadingRoom.Busy) {
            outcome = try await readings.read(for: visitor.holder) {
                do { return .success(try await read()) } catch { return .failure(error) }
            }
        } catch { return await refused(.tooMany, error.phrase, visitor, at: address) }
        return try outcome.get()
    }

    /// Where packs are taken in; nil where the reader may add to nothing.
    func packsPage(_ state: PacksPage.State = .asked, reason: String = "", for reader: Reader) -> Page? {
        guard reader.picture.register.kinds.contains(where: { reader.sight.enters($0) }) else { return nil }
        return PacksPage(state, reason: reason, formats: formatsOfPacks(for: reader), for: reader).page
    }

    /// Looks at a pack that was sent, or takes in the one that its bearer has looked at.
    func takePack(_ sent: Form, _ visitor: Visitor, _ session: Sessions.Session, at address: Address) async throws -> Answer {
        let reader = reader(visitor, await view(of: visitor), at: address)
        guard packsPage(for: reader) != nil else { return await refused(.notFound, "error.not_found", visitor, at: address) }
        let reason = String((sent["reason"] ?? "").prefix(ActBounds.reason + 1)).trimmed
        if let file = sent.files.first(where: { $0.field == "pack" }) {
            return try await reading(for: visitor, at: address) { await look(at: file, reason, visitor, session, reader) }
        }
        guard let code = sent["waiting"] else { return shown(.refused([reader.phrases("packs.no_file")]), reason, reader) }
        guard let waiting = await packs.waiting(code, of: session.key, now: realNow) else {
            return shown(.refused([reader.phrases("packs.forgotten")]), reason, reader)
        }
        return try await reading(for: visitor, at: address) { try await take(waiting, reason, visitor, session, reader) }
    }

    private func look(
        at file: Form.File, _ reason: String, _ visitor: Visitor, _ session: Sessions.Session, _ reader: Reader
    ) async -> Answer {
        do throws(Denial) {
            switch Pack.brought(file.bytes, as: file.name, limits: .pack, formats: formats) {
            case .failure(let finding): return shown(.refused(lines([finding], reader)), reason, reader)
            case .success(let pack):
                let authority = visitor.authority(at: realNow).looking
                switch try await served.foresee([pack], by: authority, happened: reader.now, vocabulary) {
                case .refused(let findings): return shown(.refused(lines(findings, reader)), reason, reader)
                case .foreseen(let foresight):
                    return await planned(foresight, file.bytes, file.name, reader.now, isOtherwise: false, reason, visitor, session, reader)
                }
            }
        } catch {
            return shown(.refused(lines(error, reader)), reason, reader)
        }
    }

    private func take(
        _ waiting: PackShelf.Waiting, _ reason: String, _ visitor: Visitor, _ session: Sessions.Session, _ reader: Reader
    ) async throws -> Answer {
        let authority = visitor.authority(at: realNow)
        let taken: Result<Chancery.Taken, Denial>
        do throws(Denial) {
            let pack = try Pack.brought(waiting.bytes, as: waiting.name, limits: .pack, formats: formats).get()
            taken = .success(
                try await served.take(
                    [pack], by: authority, reason: reason.isEmpty ? waiting.name : reason, happened: waiting.happened,
                    as: waiting.tally, vocabulary))
        } catch { taken = .failure(error) }
        switch taken {
        case .failure(.needsProof): return .proofNeeded
        case .failure(let denial): return shown(.refused(lines(denial, reader)), reason, reader)
        case .success(.refused(let findings)): return shown(.refused(lines(findings, reader)), reason, reader)
        case .success(.otherwise(let foresight)):
            return await planned(
                foresight, waiting.bytes, waiting.name, waiting.happened, isOtherwise: true, reason, visitor, session, reader)
        case .success(.written(let entries, let versions, let unchanged, let receipt)):
            await packs.drop(session.key)
            if let receipt, let instead = try await settle(receipt, visitor) { return instead }
            let isOne = entries == 1 && versions <= ServedCeremony.mostTakenBack
            return shown(
                .taken(entry: isOne ? receipt?.sequence : nil, entries: entries, versions: versions, unchanged: unchanged), "",
                self.reader(visitor, await served.now(), at: .packs), .fine)
        }
    }

    /// What a pack would do, with the way to let it be done.
    private func planned(
        _ foresight: Foresight, _ bytes: [UInt8], _ name: String, _ happened: Instant, isOtherwise: Bool, _ reason: String,
        _ visitor: Visitor, _ session: Sessions.Session, _ reader: Reader
    ) async -> Answer {
        var code: String?
        if !foresight.tally.counts.isEmpty {
            code = await packs.put(
                bytes, named: name, happened: happened, tally: foresight.tally, of: session.key, now: realNow)
        }
        let view = await served.now()
        let ahead = self.reader(
            visitor,
            ServedCeremony.View(
                picture: foresight.nameable, ordered: view.ordered, now: view.now, sequence: view.sequence, lastChanges: view.lastChanges,
                asOf: nil,
                since: nil), at: .packs)
        let plan = PacksPage.Plan(
            code: code, name: name,
            counts: foresight.tally.counts.compactMap { count in
                reader.picture.register.kind(slot: count.kind).map { ($0, count.new, count.changed, count.removed) }
            },
            unchanged: foresight.unchanged, isOtherwise: isOtherwise,
            preview: PreviewText(foresight.changes, appeared: foresight.appeared, gone: foresight.gone), ahead: ahead)
        return shown(.planned(plan), reason, reader, isOtherwise ? .conflict : .fine)
    }

    /// Lines of what is wrong; more would help nobody.
    private static let mostLines = 200

    func lines(_ findings: [Finding], _ reader: Reader) -> [String] {
        let lines = findings.prefix(FrontDesk.mostLines).map { "\($0.place(in: reader.phrases)): \($0.sentence(in: reader.phrases))" }
        guard findings.count > lines.count else { return lines }
        return lines + [reader.phrases("packs.more", [Fact("count", findings.count - lines.count)])]
    }

    private func shown(
        _ state: PacksPage.State, _ reason: String, _ reader: Reader, _ status: Answer.Status = .refused
    ) -> Answer {
        packsPage(state, reason: reason, for: reader).map { document($0, for: reader, status) } ?? Answer(.notFound)
    }
}

extension Result<Pack, Finding> {
    /// What was read once is read again: a pack that waits was one when it came.
    fileprivate func get() throws(Denial) -> Pack {
        switch self {
        case .success(let pack): return pack
        case .failure: throw .refused(Refusal(.busy))
        }
    }
}

public import Ledger
public import Rulebook

/// Acts tried on the facts of a case: what they make of a record, or the code of their refusal; after the code, what a reader would stumble
/// over in its words.
///
/// ```swift
/// #expect(scene.given.refusal(of: calling, to: slot) == "table_closed")
/// #expect(try scene.given.done(calling, to: slot).called == hanoi("2025-10-25T10:00"))
/// ```
extension Given {
    /// The record as an act leaves it that is done to one that is there.
    public func done<Record: Entity>(
        _ act: Act, to id: ID<Record>, by officer: String = "OFFICER", giving fill: (inout Record) -> Void = { _ in }
    ) throws(Refusal) -> Record {
        let before = picture.row(id)
        return try outcome(of: act, before, nil, id.number, before?.code ?? "", officer, fill)
    }

    /// The record that an act makes, from nothing or from another record.
    public func made<Record: Entity>(
        _ act: Act, _ kind: Record.Type, from origin: Reference? = nil, by officer: String = "OFFICER",
        giving fill: (inout Record) -> Void = { _ in }
    ) throws(Refusal) -> Record {
        try outcome(of: act, nil, origin, picture.nextNumber(slot: Record.slot), "NEW", officer, fill)
    }

    /// Why an act is refused that is done to a record that is there; nil where it is not.
    public func refusal<Record: Entity>(
        of act: Act, to id: ID<Record>, by officer: String = "OFFICER", giving fill: (inout Record) -> Void = { _ in }
    ) -> String? {
        do throws(Refusal) { _ = try done(act, to: id, by: officer, giving: fill) } catch { return told(error) }
        return nil
    }

    /// Why an act is refused that makes a record; nil where it is not.
    public func refusal<Record: Entity>(
        of act: Act, making kind: Record.Type, from origin: Reference? = nil, by officer: String = "OFFICER",
        giving fill: (inout Record) -> Void = { _ in }
    ) -> String? {
        do throws(Refusal) { _ = try made(act, kind, from: origin, by: officer, giving: fill) } catch { return told(error) }
        return nil
    }

    private func told(_ refusal: Refusal) -> String {
        ([refusal.code] + Reading.faults(of: refusal, in: picture)).joined(separator: " | ")
    }

    /// The attempt to do an act to a record that is there.
    public func attempt<Record: Entity>(
        _ act: Act, on id: ID<Record>, by officer: String = "OFFICER", giving fill: (inout Record) -> Void = { _ in }
    ) throws(Refusal) -> Attempt {
        let before = picture.row(id)
        return Attempt(act, changes: try changes(of: act, before, nil, id.number, before?.code ?? "", officer, fill), on: self)
    }

    /// The attempt to make a record, from nothing or from another record.
    public func attempt<Record: Entity>(
        _ act: Act, making kind: Record.Type, from origin: Reference? = nil, by officer: String = "OFFICER",
        giving fill: (inout Record) -> Void = { _ in }
    ) throws(Refusal) -> Attempt {
        Attempt(act, changes: try changes(of: act, nil, origin, picture.nextNumber(slot: Record.slot), "NEW", officer, fill), on: self)
    }

    private func outcome<Record: Entity>(
        of act: Act, _ before: Row<Record>?, _ origin: Reference?, _ number: UInt32, _ code: String, _ officer: String,
        _ fill: (inout Record) -> Void
    ) throws(Refusal) -> Record {
        (try changes(of: act, before, origin, number, code, officer, fill)[0].row as! Row<Record>).record
    }

    private func changes<Record: Entity>(
        of act: Act, _ before: Row<Record>?, _ origin: Reference?, _ number: UInt32, _ code: String, _ officer: String,
        _ fill: (inout Record) -> Void
    ) throws(Refusal) -> [Change] {
        let setting = Act.Setting(
            picture: picture, before: before, origin: origin, number: number, code: code, officer: officer, happened: now)
        try act.refuseBarred(setting)
        var record = (act.beginning(setting) as! Row<Record>).record
        fill(&record)
        return try act.decide(Row(record, happened: now, sequence: 0), setting)
    }
}

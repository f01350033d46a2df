import GRDB
import Ledger

/// Proves that each attachment that any version of a record names is there and has the hash that the version says, and that no other is.
struct AttachmentProof {
    private struct Owner: Hashable {
        let kind: String
        let number: UInt32
    }

    private let database: Database
    /// The columns that name attachments, by their kinds.
    private let columns: [String: [String]]
    private let keys: KeyRing
    private var named: [Owner: Set<Attachment>] = [:]
    /// Records of which something was erased: what they name may have been erased with whom they were about before.
    private var erased: Set<Owner> = []

    init(_ database: Database, _ register: Register, _ keys: KeyRing) {
        self.database = database
        columns = register.kinds.reduce(into: [:]) { $0[$1.code] = $1.attachmentColumns.map(\.column.name) }
        self.keys = keys
    }

    /// Takes in what a version names, by what was sealed of it.
    mutating func named(by text: JSON, _ change: StoredChange) {
        for column in columns[change.kind] ?? [] {
            guard let attachment = text[column]?.text.flatMap({ Attachment($0) }) else { continue }
            named[Owner(kind: change.kind, number: change.number), default: []].insert(attachment)
        }
    }

    /// Takes in that a version was erased.
    mutating func erased(_ change: StoredChange) { erased.insert(Owner(kind: change.kind, number: change.number)) }

    /// - Parameter identities: the keys that were erased.
    func found(erased identities: Set<KeyIdentity>) throws -> (damage: [Verification.Damage], isUnfinished: Bool) {
        let rows = try SQLRow.fetchAll(database, sql: "SELECT DISTINCT kind, number FROM attachment")
        let kept = Set(rows.map { Owner(kind: $0[0], number: UInt32(clamping: $0[1] as Int64)) })
        var damaged: [Owner] = []
        var isUnfinished = false
        for owner in kept.union(named.keys) {
            var missing = named[owner] ?? []
            var isDamaged = false
            for one in try database.attachments(kind: owner.kind, number: owner.number) {
                if identities.contains(one.key) {
                    isUnfinished = true
                } else if let key = keys[one.key],
                    let found = named[owner]?.first(where: { one.isNamed($0, by: key) }), one.bytes(of: found, under: key) != nil
                {
                    missing.remove(found)
                } else {
                    isDamaged = true
                }
            }
            if isDamaged || !missing.isEmpty && !erased.contains(owner) { damaged.append(owner) }
        }
        let inOrder = damaged.sorted { ($0.kind, $0.number) < ($1.kind, $1.number) }
        return (inOrder.map { .attachment(kind: $0.kind, number: $0.number) }, isUnfinished)
    }
}

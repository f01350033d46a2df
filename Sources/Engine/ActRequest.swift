package import Ledger
package import Rulebook

/// What somebody asks the house to write: an act's name, who, why, when, and the records as they shall be.
package struct ActRequest: Sendable {
    /// One record's wished content: the columns named are set, the others stay as they are.
    package struct Proposal: Sendable {
        package var kind: String
        package var code: String
        package var contents: [(column: String, value: JSON)]
        /// The same, where it has been understood already; other records are named by their numbers.
        package var values: [(column: String, value: Value)]
        /// What the wish was made in view of: where a field holds something else by now, nothing is written.
        package var expected: [(column: String, value: Value)] = []
        /// The entry that last changed the record, as whoever wishes it had read it; 0 where there was none. Where it is another by now, nothing
        /// is written. Nil where they do not say.
        package var ifEntry: Int?
        /// Whether there must be no record of that code yet.
        package var isNew = false
        /// Whether the record is the one from which an act begins, where the act could also be done to it.
        package var isOrigin = false
        /// Whether the record shall be taken away.
        package var removes = false

        package init(
            kind: String, code: String, contents: [(column: String, value: JSON)] = [], values: [(column: String, value: Value)] = [],
            removes: Bool = false
        ) {
            self.kind = kind
            self.code = code
            self.contents = contents
            self.values = values
            self.removes = removes
        }
    }

    package var act: ActName
    /// In whose power it is asked.
    package var authority: Authority
    /// Whose name stands under it.
    package var actor: String { authority.officer }
    package var reason: String
    /// When it was true in the world; nil for now.
    package var happened: Instant?
    package var idempotencyKey: String
    /// Why a stop shall be overridden; empty where nobody wishes it.
    package var overrideReason: String
    package var proposals: [Proposal]
    /// The files that its records name, sent with it.
    package var files: [AttachedFile] = []
    /// The entry that it takes back; what that means the house itself works out.
    package var takesBack: Int?
    /// Whether what only acts write may be taken back with it: the act says so, and its time has not run out.
    var recalls = false
    /// What the journal alone knows of whom it erases.
    var former = Erasing.Former()

    package init(
        act: ActName, by authority: Authority, reason: String = "", happened: Instant? = nil, idempotencyKey: String = "",
        overrideReason: String = "", proposals: [Proposal]
    ) {
        self.act = act
        self.authority = authority
        self.reason = reason
        self.happened = happened
        self.idempotencyKey = idempotencyKey
        self.overrideReason = overrideReason
        self.proposals = proposals
    }

    /// Asked at the closed house, for the officer named.
    package init(
        act: ActName, actor: String, reason: String = "", happened: Instant? = nil, idempotencyKey: String = "",
        overrideReason: String = "", proposals: [Proposal]
    ) {
        self.init(
            act: act, by: .dataFolder(for: actor), reason: reason, happened: happened, idempotencyKey: idempotencyKey,
            overrideReason: overrideReason, proposals: proposals)
    }
}

extension ActName {
    /// Preparation: add or change records.
    package static let edit = ActName("edit")
    /// Preparation: take records away.
    package static let remove = ActName("remove")
    /// Making records as they were before an entry.
    package static let takeBack = ActName("take_back")
    /// Facts taken from a pack.
    package static let load = ActName("import")
    /// Destroying a person's key.
    package static let erase = ActName("erase")
}

extension ActRequest {
    /// All that is asked, as a number of this run of the house: what differs in anything has another.
    var digest: Int { "\(act.rawValue) \(reason) \(String(describing: happened)) \(overrideReason) \(proposals)".hashValue }
}

/// Why the house does not do what it was asked.
package enum Denial: Error, Sendable {
    case refused(Refusal)
    /// Stop slips touch what the act is about.
    case stopped([Slip])
    /// Whoever asks must first prove again to be themselves.
    case needsProof
    /// The journal had no space; nothing was written.
    case noSpace
    case journal(JournalFailure)
}

extension ActRequest {
    /// Reads acts given as JSON: one object or a list of them.
    ///
    /// ```json
    /// {"act": "edit", "actor": "BTK-CHIEF", "reason": "the list of 14 October",
    ///  "records": [{"kind": "session", "code": "P-SIGN", "set": {"expected": 2600, "place": "MAIN"}}]}
    /// ```
    ///
    /// For an act in the world `set` is what it asks for. What it is about stands in `about`, or by kind and code; the code of a record
    /// that it makes may be left to the house.
    ///
    /// ```json
    /// {"act": "sign", "actor": "BNG-TREATY", "records": [{"about": "signing_slot/Q-VNM"}]}
    /// ```
    ///
    /// `if_entry` says which entry the record was read as; where another has changed it since, nothing is written.
    package static func reading(_ json: JSON) throws(Refusal) -> [ActRequest] {
        if case .list(let items) = json {
            var requests: [ActRequest] = []
            for (place, item) in items.enumerated() { requests.append(try one(item, at: place + 1)) }
            return requests
        }
        return [try one(json, at: 1)]
    }

    private static func one(_ json: JSON, at place: Int) throws(Refusal) -> ActRequest {
        func bad(_ member: String) -> Refusal { Refusal(.badRequest, [Fact("place", place), Fact("member", member)]) }
        let known = ["act", "actor", "reason", "happened", "key", "override", "records"]
        guard let members = json.members else { throw bad("") }
        if let stranger = members.first(where: { !known.contains($0.name) }) { throw bad(stranger.name) }
        guard let act = json["act"]?.text, !act.isEmpty else { throw bad("act") }
        guard let actor = json["actor"]?.text, !actor.isEmpty else { throw bad("actor") }
        // What taking back means the house works out itself, from the entry; it is not said record by record.
        guard ActName(act) != .takeBack else { throw bad("act") }
        var request = ActRequest(act: ActName(act), actor: actor, proposals: [])
        for (name, path) in [("reason", \ActRequest.reason), ("key", \.idempotencyKey), ("override", \.overrideReason)] {
            guard let value = json[name] else { continue }
            guard let text = value.text else { throw bad(name) }
            request[keyPath: path] = text
        }
        if let happened = json["happened"] {
            guard let text = happened.text, let instant = Instant(written: text) else { throw bad("happened") }
            request.happened = instant
        }
        guard let records = json["records"]?.list, !records.isEmpty else { throw bad("records") }
        for record in records {
            request.proposals.append(try proposal(record, of: request.act, bad))
        }
        try request.refuseBadKey()
        try request.refuseOverlong()
        return request
    }

    private static func proposal(_ record: JSON, of act: ActName, _ bad: (String) -> Refusal) throws(Refusal) -> Proposal {
        guard record.members?.allSatisfy({ ["kind", "code", "about", "set", "if_entry"].contains($0.name) }) == true else {
            throw bad("records")
        }
        guard case .object(let contents) = record["set"] ?? .object([]) else { throw bad("records.set") }
        let isPreparation = [ActName.edit, .remove].contains(act)
        var proposal: Proposal
        if let about = record["about"], !isPreparation {
            let words = about.text?.split(separator: "/", maxSplits: 1).map(String.init) ?? []
            guard words.count == 2, record["kind"] == nil, record["code"] == nil else { throw bad("records.about") }
            proposal = Proposal(kind: words[0], code: words[1])
            proposal.isOrigin = true
        } else {
            guard let kind = record["kind"]?.text else { throw bad("records.kind") }
            let code = record["code"]?.text ?? ""
            guard !code.isEmpty || !isPreparation && record["code"] == nil else { throw bad("records.code") }
            proposal = Proposal(kind: kind, code: code, removes: act == .remove)
        }
        proposal.contents = contents.map { ($0.name, $0.value) }
        if let ifEntry = record["if_entry"] {
            guard case .integer(let entry) = ifEntry, entry >= 0 else { throw bad("records.if_entry") }
            proposal.ifEntry = Int(entry)
        }
        return proposal
    }
}

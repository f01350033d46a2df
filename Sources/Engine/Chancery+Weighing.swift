import Ledger
import Rulebook

/// What is large is weighed beside the actor, on the ceremony as it stands. It is written only where that is still how things stand:
/// else it is weighed again.
extension Chancery {
    /// How often something is weighed while others go on writing; the last time they wait for it. Where even then others were before it,
    /// whoever asked is told to come again.
    static let mostWeighed = 4

    /// All that it takes to judge on how things stand now.
    var weighing: Weighing { Weighing(deciding: deciding, findings: findings, picture: picture, scribe: scribe, ground: ground) }

    /// How many records an act is about; of a proposal that is let be done, how many that is about.
    func size(of request: ActRequest) -> Int {
        let proposed = request.proposals.compactMap { proposal -> Int? in
            guard proposal.kind == PendingAct.code, let pending = picture.find(PendingAct.self, proposal.code) else { return nil }
            // A record takes more than so many bytes: it need not be read to be counted.
            return pending.records.utf8.count / 80
        }
        // Whose date has come may be everybody.
        return request.proposals.count + proposed.reduce(0, +) + (forgetsByDate(request) ? Weighing.fewest : 0)
    }

    /// Decides on a large act, and brings it to the disk.
    func weighAndWrite(_ request: ActRequest) async -> Result<Receipt, Denial> {
        guard await takeTurn(request.authority.asker) else { return .failure(.busy) }
        for time in 1...Self.mostWeighed {
            let given = time == Self.mostWeighed ? givePrecedence() : nil
            defer { given.map(endPrecedence) }
            let (outcome, ground) = await weighed(request)
            guard ground == self.ground else { continue }
            defer { turns.pass() }
            switch outcome {
            case .success(let act):
                return await written(.act(request), act.decision, happened: act.happened, weighed: act.weighed)
            case .failure(let turned):
                guard let told = turned.told else { return .failure(turned.denial) }
                return await refused(request, turned.denial, told, happened: turned.happened)
            }
        }
        turns.pass()
        return .failure(.busy)
    }

    /// What an act comes to, and on which ground. Nothing of the copy outlives it: who writes meanwhile would have to make another.
    func weighed(_ request: ActRequest) async -> (outcome: Result<Weighing.WeighedAct, Weighing.TurnedAway>, ground: Int) {
        letTimePass()
        let (weighing, ground) = (weighing, ground)
        return (await Task.detached(priority: .utility) { weighing.weigh(request) }.value, ground)
    }

    /// Keeps that a large act was tried.
    func noteLargeTry(_ request: ActRequest) async {
        guard await takeTurn(request.authority.asker) else { return }
        defer { turns.pass() }
        for _ in 0..<Self.mostWeighed {
            let (outcome, ground) = await weighed(request)
            guard ground == self.ground else { continue }
            guard case .failure(let turned) = outcome, let told = turned.told else { return }
            _ = await written(.turnedAway(request, turned.denial), told, happened: turned.happened)
            return
        }
    }

    /// Does what changes nothing beside the actor, in its turn and on how things stand then; nil where too many wait.
    func beside<Answer: Sendable>(
        for asker: Turns.Asker, _ work: @escaping @Sendable (Weighing) -> Answer
    ) async -> Answer? {
        guard await takeTurn(asker) else { return nil }
        defer { turns.pass() }
        letTimePass()
        return await done(beside: weighing, work)
    }

    private func done<Answer: Sendable>(beside weighing: Weighing, _ work: @escaping @Sendable (Weighing) -> Answer) async -> Answer {
        await Task.detached(priority: .utility) { work(weighing) }.value
    }

    func takeTurn(_ asker: Turns.Asker) async -> Bool {
        if turns.take(asker) { return true }
        guard !turns.isFull(for: asker) else { return false }
        await withCheckedContinuation { turns.wait(asker, $0) }
        return true
    }
}

extension Authority {
    /// Who waits for a turn.
    var asker: Turns.Asker { account ?? officer }
}

extension Denial {
    /// Too many others write, or wait to be weighed.
    static var busy: Denial { .refused(Refusal(.busy)) }

    var isBusy: Bool {
        guard case .refused(let refusal) = self else { return false }
        return refusal == Refusal(.busy)
    }
}

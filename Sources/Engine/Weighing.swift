import Ledger
import Rulebook

/// A ceremony as it stood at one moment, with all that it takes to judge an act or a pack on it: a value, so that what is large is
/// weighed beside the actor, and everybody else goes on meanwhile.
struct Weighing: Sendable {
    let deciding: Deciding
    let findings: RuleAnswers
    let picture: Picture
    let scribe: Scribe
    /// See ``Chancery/ground``.
    let ground: Int
    var head: Head { scribe.head }

    /// Records above which an act is weighed beside the actor.
    static let fewest = 50
    /// Answers of rules that an act of few records may ask again without being weighed beside the actor.
    static let mostAsked = 2_000

    /// What was decided, and the ceremony and its slips with it done.
    struct Weighed: Sendable {
        let picture: Picture
        let findings: RuleAnswers
        let recheck: RuleAnswers.Recheck
        /// The entry, where it was written out already, and the scribe who has written it.
        var written: (draught: Scribe.Draught, scribe: Scribe)?
    }

    /// An act that may be written as things stood.
    struct WeighedAct: Sendable {
        let decision: Deciding.Decision
        let happened: Instant
        /// Nil where everything was as wished already.
        let weighed: Weighed?
    }

    /// An act that may not; and what is written of it all the same.
    struct TurnedAway: Error, Sendable {
        let denial: Denial
        let told: Deciding.Decision?
        let happened: Instant
    }

    /// What one act of so many records may cost: a house with more in it has more to look at.
    static func allowance(records: Int, in picture: Picture) -> Allowance {
        Allowance(looks: 1_000_000 + 1_000 * records + 20 * picture.count, slips: 1_000 + 10 * records + picture.count)
    }

    func weigh(_ request: ActRequest) -> Result<WeighedAct, TurnedAway> {
        let start = deciding.happened(request, in: picture)
        do throws(Denial) {
            let decision = try deciding.decide(request, on: findings, happened: start)
            let happened = deciding.settled(start, request, decision.draft, in: picture)
            guard !decision.draft.changes.isEmpty else {
                return .success(WeighedAct(decision: decision, happened: happened, weighed: nil))
            }
            let changes = decision.draft.changes.stamped(happened: happened, sequence: head.sequence + 1)
            var weighed = try weigh(changes, endingAt: head.sequence + 1, within: Self.allowance(records: changes.count, in: picture))
            let named = deciding.named(request, in: picture)
            weighed.written = try writtenOut(changes, decision, naming: named, happened: happened, key: request.idempotencyKey)
            return .success(WeighedAct(decision: decision, happened: happened, weighed: weighed))
        } catch {
            let told = deciding.told(of: request, error, on: findings, happened: start)
            return .failure(TurnedAway(denial: error, told: told, happened: start))
        }
    }

    /// The entry: to write out and seal many records takes long, too.
    private func writtenOut(
        _ changes: [Change], _ decision: Deciding.Decision, naming named: [Reference], happened: Instant, key: String
    ) throws(Denial) -> (draught: Scribe.Draught, scribe: Scribe) {
        var scribe = scribe
        do throws(Unstorable) {
            let draught = try scribe.write(
                changes, by: decision.signatory, act: decision.act.rawValue, words: decision.words, happened: happened,
                recorded: max(deciding.now, deciding.recorded), idempotencyKey: key,
                about: picture.owners(of: changes, naming: named), erasing: decision.erases, speaking: decision.speaking,
                due: decision.due, standing: picture.dataSubject)
            return (draught, scribe)
        } catch {
            throw .refused(Refusal(.cannotBeStored, [Fact("code", decision.draft.picture.code(of: error.reference) ?? "")]))
        }
    }

    /// The ceremony and its slips with these changes, as far as they may be made at all.
    func weigh(_ changes: [Change], endingAt sequence: Int, within allowance: Allowance) throws(Denial) -> Weighed {
        var after = picture
        after.apply(changes)
        after.sequence = sequence
        var trial = findings
        do {
            let recheck = try trial.apply(changes, giving: after, within: allowance)
            return Weighed(picture: after, findings: trial, recheck: recheck)
        } catch { throw .refused(Refusal(error)) }
    }

    /// What an act would do; nil where it would ask more answers again than it may.
    func preview(_ request: ActRequest, reachingAtMost most: Int = .max) -> Result<Preview, Denial>? {
        do throws(Denial) {
            let decision = try deciding.decide(request, on: findings, happened: deciding.happened(request, in: picture))
            let draft = decision.meant ?? decision.draft
            guard most == .max || findings.reach(of: draft.changes, giving: draft.picture) <= most else { return nil }
            let (appeared, gone) = try foreseen(draft.changes, giving: draft.picture)
            return .success(
                Preview(
                    changes: draft.changes.map { (picture[$0.reference], $0) }, picture: draft.picture, appeared: appeared, gone: gone,
                    takesTwo: decision.proposal != nil, erases: decision.erases, due: decision.due))
        } catch { return .failure(error) }
    }

    /// Which slips would come and go, where to find out costs no more than to do it may.
    private func foreseen(_ changes: [Change], giving draft: Picture) throws(Denial) -> (appeared: [Slip], gone: [Slip]) {
        do { return try findings.preview(changes, giving: draft, within: Self.allowance(records: changes.count, in: picture)) } catch {
            throw .refused(Refusal(error))
        }
    }

    /// What the rules would say with all of these performed one after another.
    func tryOut(_ requests: [ActRequest]) -> Result<(draft: Picture, appeared: [Slip], gone: [Slip]), Denial> {
        var trial = findings
        var appeared: [Slip] = []
        var gone: [Slip] = []
        for request in requests {
            do throws(Denial) {
                let decision = try deciding.decide(request, on: trial, happened: deciding.happened(request, in: trial.picture))
                let draft = decision.meant ?? decision.draft
                let recheck = trial.apply(draft.changes, giving: draft.picture)
                appeared += recheck.appeared
                gone += recheck.gone
            } catch { return .failure(error) }
        }
        return .success((trial.picture, appeared, gone))
    }
}

/// Packs, weighed like acts.
extension Weighing {
    /// What a pack writes, each instant an entry of its own.
    struct WeighedPack: Sendable {
        let groups: [(happened: Instant, changes: [Change])]
        /// The changes that become what their records are now.
        let current: [Change]
        let weighed: Weighed
    }

    func weigh(_ news: [News], by authority: Authority, isFirst: Bool) -> Result<WeighedPack, Denial> {
        do throws(Denial) {
            _ = try judging(authority).judged(news, isFirst: isFirst)
            var groups: [(happened: Instant, changes: [Change])] = []
            var current: [Change] = []
            for group in news.byInstant() {
                let changes = group.news.map(\.change).stamped(happened: group.happened, sequence: head.sequence + groups.count + 1)
                groups.append((group.happened, changes))
                current += zip(changes, group.news).filter { $1.isCurrent }.map { $0.0 }
            }
            // Whoever holds the folder of the data takes in what stands elsewhere: a whole ceremony at once, with all that is wrong in it.
            let allowance = authority.way == .dataFolder ? .boundless : Self.allowance(records: news.count, in: picture)
            let weighed = try weigh(current, endingAt: head.sequence + groups.count, within: allowance)
            return .success(WeighedPack(groups: groups, current: current, weighed: weighed))
        } catch { return .failure(error) }
    }

    func foresee(_ news: [News], by authority: Authority) -> Result<Preview, Denial> {
        do throws(Denial) {
            let draft = try judging(authority).judged(news, isFirst: head == .origin)
            let changes = news.inOrder.filter(\.isCurrent).map(\.change)
            let (appeared, gone) = try foreseen(changes, giving: draft.picture)
            return .success(
                Preview(
                    changes: draft.changes.map { (picture[$0.reference], $0) }, picture: draft.picture, appeared: appeared, gone: gone,
                    takesTwo: false, erases: [], due: .nothing))
        } catch { return .failure(error) }
    }

    private func judging(_ authority: Authority) -> PackJudging {
        PackJudging(deciding: deciding, findings: findings, authority: authority)
    }
}

extension [Change] {
    /// The changes as they are written: with when they happened, and in which entry.
    func stamped(happened: Instant, sequence: Int) -> [Change] {
        map { change in change.row.map { Change($0.stamped(happened: happened, sequence: sequence)) } ?? change }
    }
}

extension Refusal {
    /// What an act would cost too much of, and which rule it is that asks for it.
    init(_ exceeded: Allowance.Exceeded) {
        switch exceeded {
        case .looks(let most, let rule): self.init(.tooMuchWork, [Fact("most", most), Fact("rule", rule)])
        case .slips(let count, let most, let rule):
            self.init(.tooManySlips, [Fact("count", count), Fact("most", most), Fact("rule", rule)])
        }
    }
}

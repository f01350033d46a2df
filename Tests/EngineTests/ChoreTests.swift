import Engine
import Ledger
import Rulebook
import RulebookTesting
import Testing

@Suite struct `A chore` {
    private let everything = Chore("everything", pause: 15) { _ in [:] }
    private let onlyNews = Chore("news", pause: 15, tellsOnlyNews: true) { _ in [:] }

    @Test func `tells of each thing once, as long as it goes on being due`() {
        let first = everything.errand(due: ["a", "b"], after: nil, now: morning)
        #expect(first.news == 2 && first.memory == Chore.Memory(told: ["a", "b"], last: morning))
        let later = morning.adding(minutes: 60)
        #expect(everything.errand(due: ["a", "b"], after: first.memory, now: later).news == 0)
        #expect(everything.errand(due: ["b", "c"], after: first.memory, now: later).news == 1)
    }

    @Test func `tells again of what had ceased and is due once more`() {
        let ceased = everything.errand(due: [], after: Chore.Memory(told: ["a"], last: morning), now: morning)
        #expect(ceased == Chore.Errand(news: 0, memory: Chore.Memory(told: [], last: morning)))
        #expect(everything.errand(due: ["a"], after: ceased.memory, now: morning.adding(minutes: 15)).news == 1)
    }

    @Test func `keeps its pause, and tells then of all that came in it`() {
        let memory = Chore.Memory(told: ["a"], last: morning)
        let early = everything.errand(due: ["a", "b"], after: memory, now: morning.adding(minutes: 14))
        #expect(early == Chore.Errand(news: 0, memory: memory))
        #expect(everything.errand(due: ["a", "b", "c"], after: early.memory, now: morning.adding(minutes: 15)).news == 2)
    }

    @Test func `is not put off by a clock that was set back`() {
        let memory = Chore.Memory(told: ["a"], last: morning)
        #expect(everything.errand(due: ["a", "b"], after: memory, now: morning.adding(minutes: -60)).news == 1)
    }

    @Test func `leaves alone what stood before anybody was told, where it tells only news`() {
        let first = onlyNews.errand(due: ["a"], after: nil, now: morning)
        #expect(first == Chore.Errand(news: 0, memory: Chore.Memory(told: ["a"])))
        #expect(onlyNews.errand(due: ["a", "b"], after: first.memory, now: morning).news == 1)
    }

    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `told over a day, never tells anything twice while it is due, and forgets nothing`(seed: UInt64) {
        var dice = SeededDice(seed: seed)
        var memory: Chore.Memory?
        var (due, owed): (Set<String>, Set<String>) = ([], [])
        var last = Instant.distantPast
        for minute in 0..<600 {
            let now = morning.adding(minutes: minute)
            let key = "\(UInt8.random(in: 0...9, using: &dice))"
            if Bool.random(using: &dice) { due.insert(key) } else { due.remove(key) }
            owed = memory == nil ? due : owed.intersection(due).union(due.subtracting(memory?.told ?? []))
            let errand = everything.errand(due: due, after: memory, now: now)
            if errand.news > 0 {
                #expect(errand.news == owed.count && last.adding(minutes: 15) <= now, "seed \(seed), minute \(minute)")
                (owed, last) = ([], now)
            } else {
                #expect(owed.isEmpty || last.adding(minutes: 15) > now, "seed \(seed), minute \(minute)")
            }
            memory = errand.memory
        }
    }
}

import Foundation
import Ledger
import Testing

private struct Lamp: Entity {
    static let slot = Register.nextSlot()
    static let code = "lamp"
    static let file = "lamps"
    static let fields = Fields<Lamp>(Field("watts", \.watts))
    var heading = Heading<Lamp>()
    var watts = 0
    init() {}
}

private struct Chair: Entity {
    static let slot = Register.nextSlot()
    static let code = "chair"
    static let file = "chairs"
    static let fields = Fields<Chair>(Field("lamp", \.lamp))
    var heading = Heading<Chair>()
    var lamp: ID<Lamp>?
    init() {}
}

/// Has by mistake what lamps have.
private struct Torch: Entity {
    static let slot = Lamp.slot
    static let code = "torch"
    static let file = "lamps"
    static let fields = Fields<Torch>()
    var heading = Heading<Torch>()
    init() {}
}

@Suite struct `The numbers of kinds` {
    @Test func `are counted out to kinds that bring none, each once, whoever asks at the same time`() async {
        let counted = await withTaskGroup(of: [Int].self) { group in
            for _ in 0..<8 { group.addTask { (0..<100).map { _ in Register.nextSlot() } } }
            return await group.reduce(into: []) { $0 += $1 }
        }
        #expect(Set(counted).count == 800)
        #expect(counted.allSatisfy { $0 > Register.lastChosenSlot })
        #expect(Lamp.slot != Chair.slot)
        #expect(Set(counted).isDisjoint(with: [Lamp.slot, Chair.slot]))
    }

    @Test func `that were counted out serve like those that were chosen`() {
        var lamp = Lamp("L-1", id: 1)
        lamp.watts = 40
        var chair = Chair("C-1", id: 1)
        chair.lamp = ID(1)
        var picture = Picture(Register([Kind(Chair.self), Kind(Guest.self), Kind(Lamp.self)]), zone: .gmt)
        picture.apply([Change(lamp), Change(chair)])
        #expect(picture[ID<Lamp>(1)]?.watts == 40)
        #expect(picture.find(Chair.self, "C-1")?.lamp == lamp.id)
        #expect(picture.all(Guest.self).isEmpty)
        #expect(picture.register.kind(slot: Lamp.slot)?.code == "lamp")
        #expect(picture.register.kinds.first?.code == "guest")
    }

    @Test func `codes and files that two kinds share are told in words`() {
        let kinds = [Kind(Lamp.self), Kind(Chair.self), Kind(Torch.self)]
        #expect(Register.clashes(kinds) == ["lamp and torch share the number \(Lamp.slot)", "lamp and torch share the file lamps"])
        #expect(Register.clashes([Kind(Lamp.self), Kind(Lamp.self)]).contains("lamp and lamp share the code lamp"))
        #expect(Register.clashes([Kind(Lamp.self), Kind(Chair.self), Kind(Guest.self)]) == [])
    }
}

import Ledger

/// A kind of the tests: enough of every shape.
struct Guest: Entity {
    static let slot = 1
    static let code = "guest"
    static let file = "guests"
    static let fields = Fields<Guest>(
        Field("rank", \.rank, .required), Field("host", \.host), Field("friends", \.friends), Field("arrives", \.arrives),
        Field("born", \.born, Processing(.accreditation, basis: .publicTask, seenBy: ["PTY"], kept: .daysAfterClosing(30))),
        Field("name", \.name, Processing(.accreditation, basis: .publicTask, seenBy: ["PTY"], kept: .daysAfterClosing(30))))
    static let indexes = [byHost, byRank, byFriend]
    static let byHost = Index<Guest>(0) { $0.host }
    static let byRank = Index<Guest>(1) { $0.rank }
    static let byFriend = Index<Guest>(2, each: { $0.friends })
    static func dataSubject(of record: Guest) -> UInt32? { record.id.number }

    var heading = Heading<Guest>()
    var rank = 0
    var host: ID<Guest>?
    var friends: [ID<Guest>] = []
    var arrives: Moment?
    var born = Personal<Day?>()
    var name = Personal<String>()
    init() {}
}

let exampleRegister = Register([Kind(Guest.self)])

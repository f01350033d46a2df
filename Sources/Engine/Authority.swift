package import Ledger

/// In whose power something is asked of the house: who acts, on which account, and by which way they came.
///
/// What an account may do is no part of it: the house takes that from the grants as they stand at the moment of deciding.
package struct Authority: Hashable, Sendable {
    /// By which way they came.
    package enum Way: Hashable, Sendable {
        /// Signed in; by what the session is known in the journal, which nobody can sign in with.
        case session(String)
        /// A program with a token of the account's holder.
        case token(String)
        /// By the code that the house tells whoever opens it: they hold its data folder.
        case opener
        /// At the closed house, with the folder of its data: at every desk.
        case dataFolder
    }

    /// The code of the officer in whose name it is done; the account's where it acts for none.
    package let officer: String
    /// The account's code; nil where none acts.
    package let account: String?
    package let way: Way
    /// Whether whoever acts has just proved to be themselves.
    package let isProved: Bool
    /// The accounts by whose codes they came in: who let them in, who let those in, and so on; none where the folder of the data did.
    package let letInBy: [String]
    /// Stands there where nobody wrote down who let them in: no account has that code.
    package static let unknownHand = "?"
    /// What whoever opened the house may do, who has no grants.
    private let opening: Rights

    package init(
        officer: String, account: String?, way: Way, isProved: Bool, letInBy: [String] = [], opening: Rights = .opener
    ) {
        self.letInBy = letInBy
        self.opening = opening
        self.officer = officer
        self.account = account
        self.way = way
        self.isProved = isProved
    }

    /// The same, as if they had just proved to be themselves: for looking at what they could do, and for nothing else.
    package var looking: Authority {
        Authority(officer: officer, account: account, way: way, isProved: true, letInBy: letInBy, opening: opening)
    }

    /// At the closed house, for the officer named.
    package static func dataFolder(for officer: String) -> Authority {
        Authority(officer: officer, account: nil, way: .dataFolder, isProved: true)
    }

    /// Whoever holds the folder of the data and says no name.
    package static let dataFolderName = Way.dataFolder.written

    /// Whether whoever acts holds the folder of the data: nothing could be kept from them.
    package var holdsDataFolder: Bool { way == .dataFolder || way == .opener }

    /// What they may do; nothing where the account is closed, or there is none.
    func rights(in picture: Picture, of house: Constitution, at now: Instant) -> Rights {
        switch way {
        case .dataFolder: Rights(desks: house.desks, ceiling: .topSecret, administers: true, audits: true)
        case .opener: opening
        case .session, .token: account.flatMap { house.offices.rights(of: $0, in: picture, on: picture.zone.day(at: now)) } ?? .none
        }
    }

    /// Under what an entry stands.
    package func signatory(proposer: String = "") -> Entry.Signatory {
        Entry.Signatory(officer, account: account ?? "", way: way.written, proposer: proposer)
    }
}

extension Authority.Way {
    /// As entries hold it: frozen.
    package var written: String {
        switch self {
        case .session(let name): "session:\(name)"
        case .token(let name): "token:\(name)"
        case .opener: "opener"
        case .dataFolder: "data_folder"
        }
    }

    /// What was written so; nil where an earlier release wrote nothing.
    init?(_ written: String) {
        let parts = written.split(separator: ":", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("session", 2): self = .session(parts[1])
        case ("token", 2): self = .token(parts[1])
        case ("opener", 1): self = .opener
        case ("data_folder", 1): self = .dataFolder
        default: return nil
        }
    }
}

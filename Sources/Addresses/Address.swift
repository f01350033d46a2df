public import Ledger

/// A place in the house that a visitor can go to, or send something to.
public enum Address: Hashable, Sendable {
    /// A page that a room mounts; whether there is one is known to the rooms alone.
    case page(PageAddress)
    case list(ListQuery)
    case record(RecordAddress)
    /// The proof that the record is whole.
    case proof
    /// Everything that holds these words.
    case search(String)
    case signIn, signOut
    /// The form of a record, and of one that is not there yet.
    case edit(RecordAddress)
    case new(file: String)
    /// The file that a record's field holds, and where it is sent.
    case attachment(AttachmentAddress), attach(AttachmentAddress)
    /// Where an act is done: the page that asks for its inputs, and the place to which they are sent.
    case act(ActAddress)
    /// Where several records of a kind are changed together.
    case bulk(file: String)
    /// Where an entry of the journal is taken back.
    case undo(entry: Int)
    /// A list as a file, in the format of that code: which formats there are is known to who writes them.
    case sheet(ListQuery, format: String)
    /// Where a list is asked for with its sensitive columns.
    case askExport(ListQuery)
    /// What was asked for so, and one of it by its code, where whoever asked fetches it.
    case exports(LogQuery)
    case export(String)
    /// Where a sheet of records of a kind is taken in.
    case take(file: String)
    /// Where a pack is taken in: lists of many kinds at once.
    case packs
    /// Where lists are kept under a name.
    case views
    /// The visitor's own password, authenticator and tokens.
    case credentials
    /// Where the visitor proves again to be themselves, before going on to another place.
    case confirm(back: String)
    case administration
    /// Where systems that are told of changes are added and taken off.
    case hooks
    case invite(account: String)
    case endSessions(account: String)
    /// Who has read sensitive fields.
    case readings(LogQuery)
    /// What was done with accounts' sign-ins.
    case signIns(LogQuery)
    /// What can be done by keyboard.
    case keys
    /// Where the visitor's language is chosen.
    case language
    case asset(String)
    /// News that the ceremony has changed since an entry of the journal.
    case feed(after: Int)
}

/// Which lines are shown of what the house writes down of its visitors.
public struct LogQuery: Hashable, Sendable {
    /// Only of this account; empty for all.
    public var account: String
    /// Only of this day; nil for all.
    public var day: Day?
    /// From 1.
    public var page: Int

    public init(account: String = "", day: Day? = nil, page: Int = 1) {
        self.account = account
        self.day = day
        self.page = page
    }
}

/// A slip by what makes it the same slip from one day to the next: its rule, which of the rule's findings, and what it is about.
public struct SlipName: Hashable, Sendable {
    public let rule: String
    public let variant: String
    /// By kind and code: `session/P-SIGN`.
    public let subjects: [String]

    public init(rule: String, variant: String, subjects: [String]) {
        self.rule = rule
        self.variant = variant
        self.subjects = subjects
    }
}

/// One record by its kind's file and its own code.
public struct RecordAddress: Hashable, Sendable {
    public let file: String
    public let code: String
    /// As of the end of that day; nil for now.
    public var asOf: Day?
    /// The entry that the visitor has just written, of which the page tells; nil where they only look.
    public var written: Int?

    public init(_ file: String, _ code: String, asOf: Day? = nil, written: Int? = nil) {
        self.file = file
        self.code = code
        self.asOf = asOf
        self.written = written
    }
}

/// An act, and the record that it is about; nil where it begins from nothing.
public struct ActAddress: Hashable, Sendable {
    /// The act's wire code: `call`.
    public let name: String
    public let about: RecordAddress?

    public init(_ name: String, about: RecordAddress? = nil) {
        self.name = name
        self.about = about
    }
}

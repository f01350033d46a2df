package import Addresses
import Ledger

/// What a page is made of: everything that it shows, worked out, and nothing of how it is shown.
package protocol PageModel: Sendable {
    associatedtype Path: PagePath
    /// Nil where there is no such page for this reader.
    init?(_ path: Path, for reader: Reader)
    /// What the reader is shown.
    func shown(to reader: Reader) -> PageResult
}

/// What stands at an address.
package enum PageResult: Sendable {
    case page(Page)
    /// Something that is kept as a file, or read by a program.
    case file(FileResult)
    /// A part of a page, without the frame and the rest.
    case fragment(HTML)
}

/// A file that a page gives.
package struct FileResult: Sendable {
    package enum Content: Sendable {
        /// iCalendar (RFC 5545).
        case calendar
        /// A script that is fetched under an address of its own, such as a service worker: it may look after what lies under that address.
        case script
        /// What says of a page how it is installed as an application.
        case manifest
    }

    package let content: Content
    package let bytes: [UInt8]

    package init(_ content: Content, _ bytes: [UInt8]) {
        self.content = content
        self.bytes = bytes
    }
}

/// A page as its room mounts it: at which address, for whom, where in the menu, and how it is made.
package struct PageMount: Sendable {
    /// The first word of its addresses.
    package let word: String
    /// Its line in the menu; nil where it has none.
    package let menu: MenuEntry?
    /// The phrase that names it, in the menu or where it has no line there; nil where nobody is shown it under a name.
    package let name: String?
    /// Some of its addresses, one of each shape.
    package let samples: [Address]
    /// Whether programs fetch it by themselves, which come with a token instead of a session.
    package let isForPrograms: Bool
    private let isFor: @Sendable (any Sight) -> Bool
    /// The names of those parts of it that have an address of their own.
    package let fragments: [String]
    private let make: @Sendable (Spelling, Reader) -> PageResult?
    /// Nil where it has no form that is sent to itself.
    private var form: MountedForm?
    private let makeFragment: @Sendable (String, Spelling, Reader) -> PageResult?

    /// - Parameters:
    ///   - title: the phrase that names it in the menu; nil where it stands in none.
    ///   - name: the phrase by which it is called where it stands in none.
    ///   - key: the letter that goes there after a `g`.
    ///   - fragments: those parts of it that are renewed by themselves.
    ///   - isFirst: whether its line stands above those of other rooms.
    ///   - isFor: who may see it, beside what the model says.
    package init<Model: PageModel>(
        _ model: Model.Type, title: String? = nil, name: String? = nil, key: String? = nil, isFirst: Bool = false,
        isForPrograms: Bool = false, fragments: [MountedFragment<Model.Path>] = [],
        isFor: @escaping @Sendable (any Sight) -> Bool = { _ in true }
    ) {
        word = Model.Path.word
        self.name = title ?? name
        let samples = Model.Path.samples.map { Address($0) }
        self.samples = samples
        menu = title.flatMap { title in samples.first.map { MenuEntry($0, title, key: key, isFirst: isFirst, isFor: isFor) } }
        self.isForPrograms = isForPrograms
        self.isFor = isFor
        self.fragments = fragments.map(\.name)
        makeFragment = { name, rest, reader in
            guard let path = Model.Path(rest), let fragment = fragments.first(where: { $0.name == name }) else { return nil }
            return fragment.html(at: path, for: reader).map { .fragment($0) }
        }
        make = { rest, reader in Model.Path(rest).flatMap { Model($0, for: reader) }?.shown(to: reader) }
    }

    /// A page whose form is sent to its own address; see the other for what is said of it.
    package init<Model: FormModel>(
        form model: Model.Type, title: String? = nil, name: String? = nil, key: String? = nil, isFirst: Bool = false,
        fragments: [MountedFragment<Model.Path>] = [], isFor: @escaping @Sendable (any Sight) -> Bool = { _ in true }
    ) {
        self.init(model, title: title, name: name, key: key, isFirst: isFirst, fragments: fragments, isFor: isFor)
        let model: @Sendable (Spelling, Reader) -> Model? = { rest, reader in Model.Path(rest).flatMap { Model($0, for: reader) } }
        form = MountedForm(
            wish: { rest, sent, actor, reader in model(rest, reader)?.wish(sent, by: actor, for: reader) },
            again: { rest, sent, complaints, reader in model(rest, reader)?.again(sent, complaints).shown(to: reader) })
    }

    /// What a form that was sent to one of its addresses wishes; nil where the page takes none, or there is none for this reader.
    package func wish(at address: PageAddress, _ sent: SentFields, by actor: String, for reader: Reader) -> PageWish? {
        isFor(reader.sight) ? form?.wish(address.rest, sent, actor, reader) : nil
    }

    /// The page with what was sent to it, and why that was not written.
    package func again(at address: PageAddress, _ sent: SentFields, _ complaints: [String], for reader: Reader) -> PageResult? {
        isFor(reader.sight) ? form?.again(address.rest, sent, complaints, reader) : nil
    }

    package func isOpen(to sight: any Sight) -> Bool { isFor(sight) }

    /// What stands at one of its addresses; nil where that means nothing, or there is nothing for this reader.
    package func result(at address: PageAddress, for reader: Reader) -> PageResult? {
        guard isFor(reader.sight) else { return nil }
        return address.part.isEmpty ? make(address.rest, reader) : makeFragment(address.part, address.rest, reader)
    }
}

/// A page's form, without the type of its model: what it wishes, and the page once more.
private struct MountedForm: Sendable {
    let wish: @Sendable (Spelling, SentFields, String, Reader) -> PageWish?
    let again: @Sendable (Spelling, SentFields, [String], Reader) -> PageResult?
}

/// A line of the menu.
package struct MenuEntry: Sendable {
    package let address: Address
    /// The phrase that names it.
    package let title: String
    /// The letter that goes there after a `g`; nil where there is none.
    package let key: String?
    /// Whether it stands above those of other rooms.
    package let isFirst: Bool
    private let isFor: @Sendable (any Sight) -> Bool

    package init(
        _ address: Address, _ title: String, key: String? = nil, isFirst: Bool = false,
        isFor: @escaping @Sendable (any Sight) -> Bool = { _ in true }
    ) {
        self.address = address
        self.title = title
        self.key = key
        self.isFirst = isFirst
        self.isFor = isFor
    }

    package func isOpen(to sight: any Sight) -> Bool { isFor(sight) }
    package func isShown(to reader: Reader) -> Bool { isFor(reader.sight) }
}

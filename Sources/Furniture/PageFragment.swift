package import Addresses
import Ledger

/// A named part of a page with an address of its own. It notes for itself at what it looks: a change of that renews the part alone, and a change
/// of what the rest of the page has looked at renews the page with it.
package protocol PageFragment: Sendable {
    associatedtype Path: PagePath
    /// Under which it is asked for; no other part of the page has the same.
    static var name: String { get }
    /// Nil where there is no such part for this reader.
    init?(_ path: Path, for reader: Reader)
    /// What its element has beside what every part has.
    var attributes: [Attribute] { get }
    func write(for reader: Reader, _ html: inout HTML)
}

/// A part as its page is mounted with it.
package struct MountedFragment<Path: PagePath>: Sendable {
    package let name: String
    private let make: @Sendable (Path, Reader) -> HTML?

    package init<Fragment: PageFragment>(_ fragment: Fragment.Type) where Fragment.Path == Path {
        name = fragment.name
        make = { path, reader in reader.html(of: fragment, at: path) }
    }

    func html(at path: Path, for reader: Reader) -> HTML? { make(path, reader) }
}

extension Reader {
    /// Writes a part into its page.
    package func part<Fragment: PageFragment>(_ fragment: Fragment.Type, at path: Fragment.Path, _ html: inout HTML) {
        if let part = self.html(of: fragment, at: path) { html.append(part) }
    }

    fileprivate func html<Fragment: PageFragment>(of fragment: Fragment.Type, at path: Fragment.Path) -> HTML? {
        // What the part looks at is noted for it, and not for the page around it.
        let reads = Reads()
        let reader = noting(reads)
        guard let made = Fragment(path, for: reader) else { return nil }
        // Only who has written all of it knows at what it has looked.
        let content = HTML.part { made.write(for: reader, &$0) }
        return HTML.part { html in
            html.element(.section, made.attributes + marks(of: fragment, at: path, reads)) { $0.append(content) }
        }
    }

    /// By what the part asks for itself again. Looking back, nothing changes.
    private func marks<Fragment: PageFragment>(of fragment: Fragment.Type, at path: Fragment.Path, _ reads: Reads) -> [Attribute] {
        let id = "part-\(fragment.name)"
        guard isSignedIn, asOf == nil else { return [.id(id)] }
        return [
            .id(id), .hxGet(Address(path, part: fragment.name)), .renews(Renewal(reads, for: self)),
            // The page around it has not changed with it; and what it says of itself is not said to its part.
            .hxTrigger("changed consume"), .hxSelect("#\(id)"), .hxSelectOOB("unset"), .hxSwap("outerHTML"),
        ]
    }
}

import Committee
package import Ledger

extension Picture {
    /// The body that owns the slips of a desk today.
    package func ownerReference(ofDesk desk: String) -> Reference? { find(Desk.self, desk)?.body.map { Reference($0) } }

    /// Its code.
    package func owner(ofDesk desk: String) -> String? { ownerReference(ofDesk: desk).flatMap(code(of:)) }
}

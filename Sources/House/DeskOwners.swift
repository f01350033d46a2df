import Committee
package import Ledger

extension Picture {
    /// The code of the body that owns the slips of a desk today.
    package func owner(ofDesk desk: String) -> String? {
        find(Desk.self, desk)?.body.flatMap { self[$0] }?.code
    }
}

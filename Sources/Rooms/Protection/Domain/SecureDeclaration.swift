package import Committee
package import Ledger
package import Venues

/// The statement that a zone is secure, which stands until it is lifted for the people who are awaited.
package struct SecureDeclaration: Entity {
    package static let slot = 110
    package static let code = "secure_declaration"
    package static let file = "secure_declarations"
    package static let fields = Fields<SecureDeclaration>(
        Field("zone", \.zone, .required),
        Field("declared_at", \.declaredAt, .required),
        Field("declared_by", \.declaredBy),
        Field("lifted_at", \.liftedAt))
    package static let indexes = [standingByZone]
    /// Declarations that nobody has lifted.
    package static let standingByZone = Index<SecureDeclaration>(0) { $0.liftedAt == nil ? $0.zone : nil }

    package var heading = Heading<SecureDeclaration>()
    package var zone: ID<Zone>?
    package var declaredAt = Moment.blank
    package var declaredBy: ID<Officer>?
    package var liftedAt: Moment?

    package init() {}
}

import Ledger
package import Rulebook

extension ActName {
    /// Lifting the declaration that a zone is secure, to let in the people who are awaited.
    package static let liftSecure = ActName("lift_secure")
}

/// It is not taken back: the zone is declared secure anew, once it has been looked at again.
package let liftingSecure = Act(
    .liftSecure, changes: SecureDeclaration.self, fills: [.field(\.liftedAt)]
) { declaration, _ throws(Refusal) in
    if declaration.liftedAt != nil { throw Refusal(ProtectionRefusal.secureDeclarationLifted) }
} decide: { declaration, doing throws(Refusal) in
    declaration.liftedAt = declaration.liftedAt ?? doing.moment
}

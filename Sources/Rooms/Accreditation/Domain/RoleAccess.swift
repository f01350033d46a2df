package import Ledger
package import Venues

/// The zones that a role justifies beyond those of its category: booths for interpreters, the vehicle court for drivers.
package struct RoleAccess: Entity {
    package static let slot = 55
    package static let code = "role_access"
    package static let file = "role_accesses"
    package static let fields = Fields<RoleAccess>(
        Field("role", \.role, .required),
        Field("zones", \.zones, .required),
        Field("reason", \.reason))
    package static let indexes = [byRole]
    package static let byRole = Index<RoleAccess>(0) { $0.role }

    package var heading = Heading<RoleAccess>()
    package var role = Role.delegate
    package var zones: [ID<Zone>] = []
    package var reason = ""

    package init() {}
}

package import Committee
package import Ledger

/// How a target is protected, in its present version.
package struct ProtectionPlan: Entity {
    package static let slot = 104
    package static let code = "protection_plan"
    package static let file = "protection_plans"
    package static let fields = Fields<ProtectionPlan>(
        Field("target", \.target, .required),
        Field("version", \.version, .required),
        Field("changed_on", \.changedOn),
        Field("measures", \.measures),
        Field("forces", \.forces),
        Field("commander", \.commander),
        Field("document_number", \.documentNumber),
        Field("approved_by", \.approvedBy),
        Field("approved_on", \.approvedOn),
        Field("approved_version", \.approvedVersion))
    package static let indexes = [byTarget]
    package static let byTarget = Index<ProtectionPlan>(0) { $0.target }

    package var heading = Heading<ProtectionPlan>()
    package var target: ID<Target>?
    package var version = 1
    /// When the present version was written.
    package var changedOn: Day?
    package var measures: [String] = []
    package var forces: [ID<Unit>] = []
    package var commander: ID<Officer>?
    package var documentNumber = ""
    package var approvedBy: ID<Officer>?
    package var approvedOn: Day?
    /// The version that was approved.
    package var approvedVersion: Int?

    package init() {}
}

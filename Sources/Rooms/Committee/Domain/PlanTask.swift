package import Ledger

/// A piece of work that one body leads and one officer answers for.
package struct PlanTask: Entity {
    package static let slot = 5
    package static let code = "task"
    package static let file = "tasks"
    package static let fields = Fields<PlanTask>(
        Field("title_vi", \.titleVietnamese, .required, means: .title(in: "vi")),
        Field("title_en", \.titleEnglish, .required, means: .title(in: "en")),
        Field("plan", \.plan),
        Field("lead", \.lead),
        Field("officer", \.officer),
        Field("coordinating", \.coordinating),
        Field("starts", \.starts, means: .starts),
        Field("due", \.due),
        Field("work_days", \.workDays),
        Field("depends_on", \.dependsOn),
        Field("state", \.state),
        Field("percent", \.percent),
        Field("done_on", \.doneOn),
        Field("evidence", \.evidence),
        Field("measure", \.measure),
        Field("carries_out", \.carriesOut),
        Field("criterion", \.criterion))
    package static let indexes = [byLead, byOfficer, byDirective, byPlan, byMeasure, byDependence]
    package static let byLead = Index<PlanTask>(0) { $0.lead }
    package static let byOfficer = Index<PlanTask>(1) { $0.officer }
    package static let byDirective = Index<PlanTask>(2, each: { $0.carriesOut })
    package static let byPlan = Index<PlanTask>(3) { $0.plan }
    package static let byMeasure = Index<PlanTask>(4) { $0.measure }
    /// Tasks by what they wait for.
    package static let byDependence = Index<PlanTask>(5, each: { $0.dependsOn })

    package enum State: String, Choice {
        case open, done, cancelled
    }

    package var heading = Heading<PlanTask>()
    package var titleVietnamese = ""
    package var titleEnglish = ""
    package var plan: ID<Plan>?
    package var lead: ID<Body>?
    package var officer: ID<Officer>?
    package var coordinating: [ID<Body>] = []
    package var starts: Day?
    /// The last day on which it may be finished.
    package var due: Day?
    /// Calendar days that the whole work takes, as its owner estimates.
    package var workDays: Int?
    package var dependsOn: [ID<PlanTask>] = []
    package var state = State.blank
    /// As its owner reports it; what is measured stands beside it and is never typed.
    package var percent = 0
    package var doneOn: Day?
    /// Document numbers, hashes of files, codes of records that show it is done.
    package var evidence: [String] = []
    package var measure: ID<Measure>?
    package var carriesOut: [ID<Directive>] = []
    package var criterion: ID<Criterion>?

    package init() {}
}

package import Ledger
package import Rulebook

/// The kinds of this room.
package let committeeKinds: [Kind] = [
    Kind(Body.self), Kind(Officer.self), Kind(Desk.self), Kind(Plan.self), Kind(PlanTask.self), Kind(Measure.self), Kind(Criterion.self),
    Kind(Report.self), Kind(Meeting.self), Kind(Directive.self), Kind(Escalation.self), Kind(Decision.self), Kind(Risk.self),
    Kind(Ceremony.self),
]

/// The rules of this room. CMD-04 and CMD-05 need what is measured, and stand in the house.
package let committeeRules: [Rule] = [
    tasksHaveOneOwner,  // CMD-01
    tasksFollowWhatTheyDependOn,  // CMD-02
    openTasksAreInTime,  // CMD-03
    directivesAreCarriedOut,  // CMD-06
    escalationsAreAnsweredInTime,  // CMD-07
    bodiesReportEachPeriod,  // CMD-08
    plansInForceAreApproved,  // CMD-09
    officersActWhileInTheirRole,  // CMD-10
    bodiesCanBeReached,  // CMD-11
]

/// The acts of this room.
package let committeeActs: [Act] = [
    answeringEscalation, approvingPlan, reopeningPlan, supersedingPlan, withdrawingAnswer, withdrawingPlan,
]

package import Ledger

/// A situation beyond a body's authority, put as a question to one that may decide it, with a clock.
package struct Escalation: Entity {
    package static let slot = 11
    package static let code = "escalation"
    package static let file = "escalations"
    package static let fields = Fields<Escalation>(
        Field("from", \.from, .required),
        Field("to", \.to, .required),
        Field("asks", \.asks, .required),
        Field("question", \.question, .required),
        Field("options", \.options),
        Field("recommended", \.recommended),
        Field("asked", \.asked),
        Field("answer_due", \.answerDue),
        Field("answered", \.answered),
        Field("answered_by", \.answeredBy),
        Field("answer", \.answer),
        Field("decision", \.decision))
    package static let indexes = [byTo, byFrom, byAnswerer]
    package static let byTo = Index<Escalation>(0) { $0.to }
    package static let byFrom = Index<Escalation>(1) { $0.from }
    package static let byAnswerer = Index<Escalation>(2) { $0.answeredBy }

    package var heading = Heading<Escalation>()
    package var from: ID<Body>?
    package var to: ID<Body>?
    /// The authority that the answer takes.
    package var asks = Competence.blank
    package var question = ""
    package var options: [String] = []
    /// The number of the option that the asking body proposes, from 1.
    package var recommended: Int?
    package var asked: Moment?
    package var answerDue: Moment?
    package var answered: Moment?
    package var answeredBy: ID<Officer>?
    package var answer = ""
    package var decision: ID<Decision>?

    package init() {}
}

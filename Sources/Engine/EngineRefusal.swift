package import Rulebook

/// Why an act of any kind is refused, in whatever house, before or beside what the act itself refuses.
package enum EngineRefusal: String, RefusalCode {
    case aboveCeiling = "above_ceiling"
    case aboveOwnCeiling = "above_own_ceiling"
    case beyondScope = "beyond_scope"
    case actAboutOtherKind = "act_about_other_kind"
    case actMakesNew = "act_makes_new"
    case actorUnknown = "actor_unknown"
    case badRequest = "bad_request"
    case badValue = "bad_value"
    case busy
    case cannotBeStored = "cannot_be_stored"
    case changedMeanwhile = "changed_meanwhile"
    case changedSince = "changed_since"
    case codeNotOneLine = "code_not_one_line"
    case codeTaken = "code_taken"
    case endsBeforeStart = "ends_before_start"
    case fieldIsRequired = "field_is_required"
    case inputMissing = "input_missing"
    case keyUsed = "key_used"
    case mayChangeNothing = "may_change_nothing"
    case noTakeBack = "no_take_back"
    case notAsked = "not_asked"
    case notEntitled = "not_entitled"
    case notOwnProposal = "not_own_proposal"
    case notYet = "not_yet"
    case notYours = "not_yours"
    case notYoursInPack = "not_yours_in_pack"
    case numberTooLarge = "number_too_large"
    case olderThanRecord = "older_than_record"
    case onlyByAct = "only_by_act"
    case otherwiseByAct = "otherwise_by_act"
    case ownProposal = "own_proposal"
    case personalInProposal = "personal_in_proposal"
    case powerByPack = "power_by_pack"
    case proposalChanged = "proposal_changed"
    case proposalOver = "proposal_over"
    case sameHand = "same_hand"
    case secondOfficerMissing = "second_officer_missing"
    case stillReferredTo = "still_referred_to"
    case tooManyRecords = "too_many_records"
    case tooManySlips = "too_many_slips"
    case tooMuchWork = "too_much_work"
    case textTooLong = "text_too_long"
    case unknownAct = "unknown_act"
    case unknownField = "unknown_field"
    case unknownHand = "unknown_hand"
    case unknownKind = "unknown_kind"
    case unknownRecord = "unknown_record"
    case unknownReference = "unknown_reference"
    case waiverNotEntitled = "waiver_not_entitled"
}

extension Refusal {
    /// A refusal of the engine itself.
    package init(_ code: EngineRefusal, _ facts: [Fact] = []) { self.init(code as any RefusalCode, facts) }
}

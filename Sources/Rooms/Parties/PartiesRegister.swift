package import Ledger
package import Rulebook

/// The kinds of this room.
package let partiesKinds: [Kind] = [
    Kind(Party.self), Kind(Person.self), Kind(Office.self), Kind(Delegation.self), Kind(Qualification.self), Kind(Symbol.self),
    Kind(Outlet.self), Kind(Vehicle.self), Kind(Driver.self), Kind(Invitation.self), Kind(OfficialName.self),
    Kind(LookAlike.self), Kind(Contact.self), Kind(LookAlikeConfirmation.self),
]

/// The rules of this room.
package let partiesRules: [Rule] = [
    lookAlikesAreConfirmedTwice, confirmedDelegationsAreComplete, nobodyIsNominatedTwice, invitationsGoToVerifiedAddresses,
]

/// The acts in the world of this room.
package let partiesActs: [Act] = [sending, acceptingSubstitute]

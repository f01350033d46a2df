package import Ledger
package import Rulebook

/// The kinds of this room.
package let signingKinds: [Kind] = [
    Kind(Treaty.self), Kind(SigningWindow.self), Kind(TreatyText.self), Kind(ClauseWeight.self), Kind(SigningTable.self),
    Kind(Copy.self), Kind(Line.self), Kind(Intention.self), Kind(SigningSlot.self), Kind(FullPowers.self), Kind(Signature.self),
    Kind(TreatyAct.self), Kind(PenCheck.self), Kind(DepositaryNotification.self),
]

/// The rules of this room.
package let signingRules: [Rule] = [
    signersAreEntitled,
    fullPowersAreInGoodForm,
    credentialsAreNotFullPowers,
    signaturesFallInTheirWindow,
    organisationsFollowAMemberState,
    eachSignerHasItsLine,
    copiesAreTheCertifiedText,
    authenticTextsShareOneSkeleton,
    placesComeFromMandates,
    tableIsLaid,
    queueFitsItsSession,
    declarationsAtSignatureAreInOrder,
    announcementsFollowTheClause,
]

/// The acts in the world of this room.
package let signingActs: [Act] = [openingTable, calling, signing, correctingSignature, depositing]

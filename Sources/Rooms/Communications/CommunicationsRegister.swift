package import Ledger
package import Rulebook

/// The kinds of this room.
package let communicationsKinds: [Kind] = [
    Kind(MediaItem.self), Kind(Pool.self), Kind(PressRelease.self), Kind(Figure.self), Kind(ReleaseFigure.self), Kind(Statement.self),
    Kind(Honour.self), Kind(PressVisit.self),
]

/// The rules of this room.
package let communicationsRules: [Rule] = [
    releasedFiguresAgree,  // COM-01
    communicationRunsBeforeDuringAndAfter,  // COM-02
    honouredPeopleAreChecked,  // COM-03
    thePressSeesNoSecrets,  // COM-04
]

/// The acts of this room.
package let communicationsActs: [Act] = [releasingPress]

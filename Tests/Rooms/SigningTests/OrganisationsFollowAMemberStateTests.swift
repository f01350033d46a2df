import Ledger
import Parties
import RulebookTesting
import Signing
import Testing

@Suite struct `SGN-05 Organisations follow a member State` {
    private var scene = SigningScene()
    private let union: ID<Party>
    private let austria: ID<Party>

    init() {
        union = scene.party("EUE", .reio)
        austria = scene.party("AUT", of: [union])
    }

    @Test mutating func `the organisation stands first in the queue`() {
        scene.slot("Q1", of: union, at: 1)
        scene.slot("Q2", of: austria, at: 2)
        #expect(scene.given.finds(organisationsFollowAMemberState) == ["SGN-05:order Q1 EUE"])
    }

    @Test mutating func `a member State stands before it`() {
        scene.slot("Q1", of: austria, at: 1)
        scene.slot("Q2", of: union, at: 2)
        #expect(scene.given.finds(organisationsFollowAMemberState) == [])
    }

    @Test mutating func `it is called before a member State has signed`() {
        scene.slot("Q1", of: austria, at: 1, called: "2025-10-25T10:00")
        scene.slot("Q2", of: union, at: 2, called: "2025-10-25T10:02")
        #expect(scene.given.finds(organisationsFollowAMemberState) == ["SGN-05:called Q2 EUE"])
        scene.signature("S1", of: austria, at: "2025-10-25T10:01")
        #expect(scene.given.finds(organisationsFollowAMemberState) == [])
    }

    @Test mutating func `it signs before a member State, and one that is no member does not help`() {
        scene.signature("S1", of: union, at: "2025-10-25T10:01")
        scene.signature("S2", of: austria, at: "2025-10-25T10:02")
        scene.signature("S3", of: scene.party("CHE"), at: "2025-10-25T10:00")
        #expect(scene.given.finds(organisationsFollowAMemberState) == ["SGN-05:signed S1 EUE"])
    }
}

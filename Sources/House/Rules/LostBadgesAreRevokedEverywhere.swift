import Accreditation
import Engine
import Gates
import Ledger
import Parties
package import Rulebook

/// Ten minutes after a badge is reported lost it is revoked and every gate has heard so, and the person's next badge has a higher epoch.
///
/// A gate has heard when the list of each device enrolled there is newer than the revocation; a device without any list lets
/// nobody in by itself. A badge that turns up again stays revoked. The epoch is compared with that of every active badge of
/// the same person, since gates refuse whatever is not higher.
///
/// Source: W05 (lost badge); Convention on Biological Diversity, notes for participants of its seventh Working Group on Access and
/// Benefit-sharing (loss reported at once to the counter).
package let lostBadgesAreRevokedEverywhere = Rule(
    "PTY-14", .stop, about: LostReport.self, stops: [.reissue, .validate, .admit], finds: Found.self
) { report, see in
    guard let badge = see[report.badge] else { return }
    let facts = [Fact("badge", badge.id), Fact("reported", report.reported)]
    findOldEpochs(after: badge, report, facts, see)
    guard let revoked = badge.revoked, badge.state == .revoked else {
        if see.hasCome(report.reported.instant.adding(minutes: minutesToHear)) {
            see.slip(on: report.reference, badge.reference, variant: Found.active, facts: facts, mend: .edit(badge.id, "state"))
        }
        return
    }
    guard see.hasCome(max(revoked, report.reported).instant.adding(minutes: minutesToHear)) else { return }
    for device in see.all(Device.self) where device.isInUse && device.listAsOf.map({ $0 < revoked }) == true {
        see.slip(
            on: report.reference, badge.reference, device.reference, variant: Found.gate, facts: facts + [Fact("device", device.id)],
            mend: .edit(device.id, "list_as_of"))
    }
}

private enum Found: String, SlipVariant {
    case active, gate, epoch
}

private let minutesToHear = 10

private func findOldEpochs(after lost: Badge, _ report: LostReport, _ facts: [Fact], _ see: See) {
    for next in see.each(Badge.byPerson, lost.person) where next.id != lost.id && next.isActive && next.epoch <= lost.epoch {
        see.slip(
            on: report.reference, lost.reference, next.reference, variant: Found.epoch,
            facts: facts + [Fact("next", next.id), Fact("epoch", next.epoch), Fact("lost_epoch", lost.epoch)],
            mend: .edit(next.id, "epoch"))
    }
}

extension Device {
    fileprivate var isInUse: Bool { gate != nil && enrolledAt != nil && unenrolledAt == nil }
}

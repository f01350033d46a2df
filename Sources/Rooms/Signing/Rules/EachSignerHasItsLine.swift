package import Rulebook
import Ledger
import Parties

/// Every signer has exactly one line in each copy, signs on it, and has signed before the next one is called.
///
/// Lines are asked for once a copy is printed or its signer called. No two parties share a line. A signature on another party's
/// line, on a line of another copy, or on none, is found at once: it moves everybody after it down, as on the Missouri. The next
/// call waits for the one before in the queue; whoever was passed over is not waited for.
///
/// Source: slip S01 (Instrument of Surrender, Tokyo Bay, 1945); field practice.
package let eachSignerHasItsLine = Rule("SGN-06", .stop, about: Party.self, stops: [.call, .sign], finds: Found.self) { party, see in
    let lines = see.each(Line.byParty, party.id)
    for slot in see.each(SigningSlot.byParty, party.id) {
        let copies = slot.table.map { see.each(Copy.byTable, $0) } ?? []
        for copy in copies where copy.printedOn != nil || slot.called != nil {
            judgeLines(lines.filter { $0.copy == copy.id }, of: party, in: copy, slot, see)
        }
        judgeCall(of: slot, copies, see)
    }
    for line in lines { judgeSharing(of: line, see) }
    for signature in see.each(Signature.byParty, party.id) { judgePen(signature, see) }
}

private enum Found: String, SlipVariant {
    case missing, several, shared, crowded, unsigned, noLine = "no_line", wrongLine = "wrong_line"
}

private func judgeLines(_ lines: [Line], of party: Party, in copy: Copy, _ slot: SigningSlot, _ see: See) {
    guard lines.count != 1 else { return }
    let mend: Mend = lines.last.map { .remove($0.reference) } ?? .add(Line.self)
    see.slip(
        on: slot.reference, copy.reference, party.reference, variant: lines.isEmpty ? Found.missing : Found.several,
        facts: [Fact("party", party.id), Fact("copy", copy.id), Fact("lines", lines.count)], mend: mend)
}

/// Of all the lines at one number of a copy the first speaks.
private func judgeSharing(of line: Line, _ see: See) {
    guard let copy = line.copy, see.first(Line.byNumber, line.place) == line.id else { return }
    let alike = see.together(Line.byNumber, line.place, ledBy: line).filter { $0.place == line.place && $0.party != nil }
    for clash in alike.doubles {
        switch clash {
        case .pair(let line, let other):
            guard let party = line.party, let second = other.party else { continue }
            see.slip(
                on: line.reference, other.reference, variant: Found.shared,
                facts: [Fact("party", party), Fact("second", second), Fact("copy", copy), Fact("number", line.number)],
                mend: .edit(other.id, "number"))
        case .crowd(let crowd):
            guard let last = crowd.last else { continue }
            // The copy stands among the subjects, so that it holds back the signature on any of the lines.
            see.slip(
                on: crowd.named + [Reference(copy)], variant: Found.crowded,
                facts: crowd.facts + [Fact("copy", copy), Fact("number", line.number)], mend: .edit(last.id, "number"))
        }
    }
}

private func judgeCall(of slot: SigningSlot, _ copies: [Copy], _ see: See) {
    guard slot.called != nil, let previous = slot.predecessor(see), let waiting = previous.party, let party = slot.party else { return }
    let signed = see.each(Signature.byParty, waiting).filter { isOnItsLine($0, see) }.map(\.copy)
    for copy in copies where !signed.contains(copy.id) {
        see.slip(
            on: slot.reference, previous.reference, copy.reference, Reference(party), variant: Found.unsigned,
            facts: [Fact("party", party), Fact("previous", waiting), Fact("copy", copy.id)], mend: .edit(slot.id, "called"))
    }
}

private func judgePen(_ signature: Signature, _ see: See) {
    guard let copy = signature.copy, let party = signature.party, !isOnItsLine(signature, see) else { return }
    var facts = [Fact("party", party), Fact("copy", copy)]
    let line = see[signature.line]
    if let line {
        facts += [Fact("number", line.number), Fact("owner", of: line.party)]
    }
    see.slip(
        on: signature.reference, Reference(copy), Reference(party), variant: line == nil ? Found.noLine : Found.wrongLine,
        facts: facts, mend: .edit(signature.id, "line"))
}

/// Whether the pen was set on the line of its own party in its own copy.
private func isOnItsLine(_ signature: Signature, _ see: See) -> Bool {
    guard let line = see[signature.line] else { return false }
    return line.party == signature.party && line.copy == signature.copy
}

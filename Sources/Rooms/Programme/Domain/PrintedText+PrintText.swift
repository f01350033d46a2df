import Ledger
package import Rulebook

extension ActName {
    /// A text goes to the printer, the engraver or the screen.
    package static let printText = ActName("print_text")
}

/// A text that was changed after it was printed is printed again.
package let printingText = Act(
    .printText, changes: PrintedText.self, asks: [.may(\.copies)], fills: [.field(\.printed)]
) { text, doing throws(Refusal) in
    if text.text.isEmpty || text.language.isEmpty { throw Refusal(ProgrammeRefusal.nothingToPrint) }
    if let printed = text.printed, !isChanged(text, since: printed, doing.picture) {
        throw Refusal(ProgrammeRefusal.alreadyPrinted, [Fact("text", text.id)])
    }
} decide: { text, doing throws(Refusal) in
    if text.printed == nil || text.printed == doing.before?.printed { text.printed = doing.moment }
}

private func isChanged(_ text: PrintedText, since printed: Moment, _ picture: Picture) -> Bool {
    picture.row(text.id).map { printed.instant < $0.happened } ?? false
}

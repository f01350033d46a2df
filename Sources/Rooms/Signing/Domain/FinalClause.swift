import Ledger

/// What a treaty says of its own entry into force: any clause of the usual kinds, as a value.
///
/// It covers thresholds of instruments, weights and named States, each to be met at once; periods in days or months, to the
/// day or to the first of a month; States that come later; definitive signature; withdrawal. It does not cover provisional
/// application, entry into force on a fixed date, succession, or a threshold among those who signed.
package struct FinalClause: Hashable, Sendable {
    /// All of them must be met.
    package var thresholds: [Threshold]
    /// From the day on which they are met to entry into force.
    package var delay: Delay
    /// From a later State's own instrument to entry into force for it, and never before the treaty's own.
    package var laterDelay: Delay
    /// From the receipt of a notice of withdrawal to its effect.
    package var withdrawalDelay: Delay
    package var allowsDefinitiveSignature: Bool

    package init(
        _ thresholds: Threshold..., delay: Delay, laterDelay: Delay? = nil, withdrawalDelay: Delay = Delay(12, .months),
        allowsDefinitiveSignature: Bool = false
    ) {
        self.init(
            thresholds: thresholds, delay: delay, laterDelay: laterDelay ?? delay, withdrawalDelay: withdrawalDelay,
            allowsDefinitiveSignature: allowsDefinitiveSignature)
    }

    package init(
        thresholds: [Threshold], delay: Delay, laterDelay: Delay, withdrawalDelay: Delay, allowsDefinitiveSignature: Bool
    ) {
        self.thresholds = thresholds
        self.delay = delay
        self.laterDelay = laterDelay
        self.withdrawalDelay = withdrawalDelay
        self.allowsDefinitiveSignature = allowsDefinitiveSignature
    }

    /// Where the treaty stands after all that its parties did.
    package func standing(after deeds: [Participation]) -> Standing { Standing(under: self, after: deeds) }
}

/// Sums and products of figures that somebody typed: beyond all meaning they stand still, and end no process.
extension Int {
    /// More than any figure of a ceremony, and little enough that sums and differences of several fit.
    private static let most = 1_000_000_000_000_000_000

    private var bounded: Int { Swift.min(Swift.max(self, -Int.most), Int.most) }

    public func times(_ other: Int) -> Int {
        let (product, overflows) = multipliedReportingOverflow(by: other)
        guard overflows else { return product.bounded }
        return (self < 0) == (other < 0) ? Int.most : -Int.most
    }

    public func plus(_ other: Int) -> Int {
        let (sum, overflows) = addingReportingOverflow(other)
        guard overflows else { return sum.bounded }
        return self < 0 ? -Int.most : Int.most
    }
}

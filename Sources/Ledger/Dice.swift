/// Where chance comes from, as an argument: a day that is played again from a seed draws the same keys.
public struct Dice: RandomNumberGenerator, Sendable {
    private let draw: @Sendable () -> UInt64

    public init(_ draw: @escaping @Sendable () -> UInt64) { self.draw = draw }

    /// The machine's own, fit for keys.
    public static let machine = Dice {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
    }

    public mutating func next() -> UInt64 { draw() }
}

/// A persistent vector: elements under numbers, 32 ways a level. A copy is a snapshot and costs nothing; a change copies
/// one path of the copies that others hold, and nothing when it is alone.
///
/// Record numbers are dense, so this is an array in pieces: a lookup hashes nothing. Measured against TreeDictionary in
/// the benchmarks of the ledger.
@frozen
public struct Trie<Element: Sendable>: Sendable {
    @usableFromInline
    enum Node: Sendable {
        case empty
        case branch(ContiguousArray<Node>)
        case leaf(ContiguousArray<Element?>)
    }

    @usableFromInline var root: Node = .empty
    /// Bits of a number below the root's.
    @usableFromInline var shift: UInt32 = 0
    public private(set) var count = 0

    @inlinable public init() {}

    @inlinable
    public subscript(number: UInt32) -> Element? {
        var node = root
        var shift = shift
        if shift < 30, number >> (shift + 5) != 0 { return nil }
        while true {
            switch node {
            case .empty: return nil
            case .leaf(let elements): return elements[Int(number & 31)]
            case .branch(let nodes):
                node = nodes[Int((number >> shift) & 31)]
                shift -= 5
            }
        }
    }

    public mutating func set(_ number: UInt32, to element: Element?) { update(number) { $0 = element } }

    /// Alters what stands under a number where it lies: what nobody else holds is not copied.
    mutating func update(_ number: UInt32, _ body: (inout Element?) -> Void) {
        while shift < 30, number >> (shift + 5) != 0 {
            var nodes = ContiguousArray<Node>(repeating: .empty, count: 32)
            nodes[0] = root
            root = .branch(nodes)
            shift += 5
        }
        count += Trie.update(&root, number, shift, body)
    }

    /// The change of the count.
    private static func update(_ node: inout Node, _ number: UInt32, _ shift: UInt32, _ body: (inout Element?) -> Void) -> Int {
        if shift == 0 {
            var elements: ContiguousArray<Element?>
            if case .leaf(let held) = node { elements = held } else { elements = ContiguousArray(repeating: nil, count: 32) }
            node = .empty
            let place = Int(number & 31)
            let before = elements[place] != nil
            body(&elements[place])
            let after = elements[place] != nil
            node = .leaf(elements)
            return (after ? 1 : 0) - (before ? 1 : 0)
        }
        var nodes: ContiguousArray<Node>
        if case .branch(let held) = node { nodes = held } else { nodes = ContiguousArray(repeating: .empty, count: 32) }
        node = .empty
        let change = update(&nodes[Int((number >> shift) & 31)], number, shift - 5, body)
        node = .branch(nodes)
        return change
    }

    /// Every element in the order of the numbers.
    @inlinable
    public func forEach(_ body: (Element) throws -> Void) rethrows {
        try Trie.visit(root, body)
    }

    @inlinable
    static func visit(_ node: Node, _ body: (Element) throws -> Void) rethrows {
        switch node {
        case .empty: return
        case .leaf(let elements): for case let element? in elements { try body(element) }
        case .branch(let nodes): for node in nodes { try visit(node, body) }
        }
    }
}

package import Ledger

/// A person as a field of the committee, which stands below the room where people live: only the number is known here.
///
/// Who stands above reads it as `ID<Person>(officer.person.number)`.
package struct PersonReference: FieldValue, IndexKey {
    package static let shape = Shape.reference("person")
    package static let blank = PersonReference(number: 0)
    package let number: UInt32

    package init(number: UInt32) { self.number = number }

    package init?(_ value: Value) {
        guard case .reference(let number) = value else { return nil }
        self.number = number
    }

    package var value: Value { number == 0 ? .absent : .reference(number) }
    package var indexBits: UInt64 { UInt64(number) }
}

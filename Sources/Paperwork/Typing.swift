package import Exchange
import Foundation
package import Ledger

/// What people type into the fields of a form: understood as the cells of a sheet are, and shown so that it is understood as it was.
package struct Typing: Sendable {
    private let kind: Kind
    private let picture: Picture
    private let vocabulary: Vocabulary
    /// Whether a record may be known to who types: of others neither the code is shown, nor is it told that there are any.
    private let sees: @Sendable (Reference) -> Bool

    /// Stands for a record that is there and may not be known.
    private static let hidden = "•••"

    package init(_ kind: Kind, in picture: Picture, vocabulary: Vocabulary, sees: @escaping @Sendable (Reference) -> Bool) {
        self.kind = kind
        self.picture = picture
        self.vocabulary = vocabulary
        self.sees = sees
    }

    /// What stands in the field of a record.
    package func text(of value: Value, in column: Kind.Column) -> String {
        if case .moment(let moment) = value, moment.zone == picture.zone.ianaName { return local(moment) }
        return CellText.text(value, as: column.shape) { kind, number in
            guard let slot = picture.register.kind(kind)?.slot else { return nil }
            let reference = Reference(slot: slot, number: number)
            return sees(reference) ? picture.code(of: reference) : Typing.hidden
        }
    }

    /// What the text means.
    package func value(of text: String, in column: Kind.Column) throws(Problem) -> Value {
        let reader = CellReader(column.shape, zone: picture.zone, names: vocabulary.names)
        let value = try reader.value(text.trimmingCharacters(in: .whitespacesAndNewlines)) { target, code throws(Problem) in
            guard let kind = picture.register.kind(target), let number = picture[slot: kind.slot].number(of: code),
                sees(Reference(slot: kind.slot, number: number))
            else {
                throw .unknownReference(code, kind: target, nearest: [])
            }
            return number
        }
        if column.isRequired, value == .absent { throw .requiredIsBlank }
        return value
    }

    /// `2025-10-25 10:00` in the ceremony's own zone.
    private func local(_ moment: Moment) -> String {
        let text = moment.description
        let clock = String(text.prefix(19)).replacing("T", with: " ")
        return clock.hasSuffix(":00") ? String(clock.dropLast(3)) : clock
    }
}

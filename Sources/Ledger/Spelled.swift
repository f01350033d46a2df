extension Picture {
    /// What addresses, and texts that the house keeps of a list, say for a field's content: a record's code, a word, `yes`, a day.
    ///
    /// - Parameter sees: whether another record may be known to whoever it is said to: otherwise nothing stands for it.
    public func spelled(_ value: Value, of shape: Shape, sees: (Reference) -> Bool = { _ in true }) -> String {
        switch value {
        case .absent: return ""
        case .flag(let flag): return flag ? "yes" : "no"
        case .integer(let number): return String(number)
        case .text(let text): return text
        case .day(let day): return day.description
        case .moment(let moment): return moment.description
        case .reference(let number):
            guard let kind = shape.target.flatMap({ register.kind($0) }) else { return "" }
            let target = Reference(slot: kind.slot, number: number)
            return sees(target) ? code(of: target) ?? "" : ""
        case .list(let items): return items.map { spelled($0, of: shape, sees: sees) }.joined(separator: ";")
        }
    }

    /// Whether a field holds what is spelled so: of a list, whether an item does.
    public func holds(_ value: Value, _ text: String, of shape: Shape, sees: (Reference) -> Bool = { _ in true }) -> Bool {
        if case .list(let items) = value { return items.contains { spelled($0, of: shape, sees: sees) == text } }
        return spelled(value, of: shape, sees: sees) == text
    }
}

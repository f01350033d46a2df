extension Kind {
    /// The same kind, one of whose fields takes these words and no others, the blank one first.
    ///
    /// What a field may say is mostly known where it is described. What can be measured is not: each room adds to it, and the kind of measures
    /// stands below them all.
    public func taking(_ words: [String], for column: String) -> Kind {
        guard let place = place(of: column) else { return self }
        var columns = columns
        columns[place] = Column(columns[place], shape: .choice(words))
        let known = Set(words)
        return Kind(self, columns: columns) { [make] number, values, happened, sequence in
            let strange = values.contains { given in
                if given.place == place, case .text(let word) = given.value { !known.contains(word) } else { false }
            }
            return strange ? .failure(FieldMismatch(column: place)) : make(number, values, happened, sequence)
        }
    }
}

import Exchange
import House
import Ledger
import Paperwork
import Phrases
import Testing

@Suite struct `The headings of a file` {
    @Test func `are read back as the columns that they stand above, in every language`() throws {
        let languages = try Language.delivered.map(Phrases.delivered)
        let vocabulary = Vocabulary(languages, register: houseRegister)
        var astray: [String] = []
        for phrases in languages {
            for kind in houseRegister.kinds {
                let columns = kind.columns.map(\.name) + [PackColumn.happened, PackColumn.copy]
                let headings = columns.map { vocabulary.heading($0, of: kind, in: phrases) }
                for (column, heading) in zip(columns, headings) where vocabulary.field(heading, of: kind) != column {
                    astray.append("\(kind.code).\(column): \(heading)")
                }
                if Set(headings).count != headings.count { astray.append("\(kind.code): two alike") }
            }
        }
        #expect(astray == [])
    }

    @Test func `are what people call the columns`() throws {
        let vietnamese = try Phrases.delivered(.vietnamese)
        let kind = try #require(houseRegister.kind("person"))
        let vocabulary = Vocabulary([vietnamese], register: houseRegister)
        #expect(vocabulary.heading("family_name", of: kind, in: vietnamese) == vietnamese("field.person.family_name"))
        #expect(vocabulary.heading("no_column", of: kind, in: vietnamese) == "no_column")
    }
}

import Exchange
import Furniture
import Phrases
import Rulebook

/// The formats of files as pages speak of them.
extension FrontDesk {
    /// As what files a list can be had.
    func formatsOfLists(for reader: Reader) -> [FormatOffer] {
        formats.writingTables.all.map { FormatOffer($0.code, reader.phrases($0.phrase)) }
    }

    /// In which formats a pack can be brought.
    func formatsOfPacks(for reader: Reader) -> PacksPage.Formats {
        let archives = FileFormats(formats.reading.all.filter { !$0.readsTables })
        return PacksPage.Formats(
            all: reader.phrases.any(of: formats.reading), lists: reader.phrases.any(of: formats.readingTables),
            archives: reader.phrases.any(of: archives))
    }

    /// A table, written in a format, as the file of that name.
    func file(_ name: String, _ format: FileFormat, _ bytes: [UInt8]) -> Answer {
        var answer = Answer(.fine, Answer.Content(format), bytes: bytes)
        answer.fileName = "\(name).\(format.code)"
        return answer
    }
}

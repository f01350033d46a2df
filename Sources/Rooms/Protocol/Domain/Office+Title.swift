import Parties

extension Office {
    /// The title as the office's record has it in a language: in any other than Vietnamese and English, as it was given.
    func title(in language: String) -> String {
        switch language {
        case "vi": titleVietnamese
        case "en": titleEnglish
        default: titleAsGiven
        }
    }
}

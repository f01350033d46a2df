package import Ledger

/// A treaty's text in one language: its skeleton of articles, and who certified it.
package struct TreatyText: Entity {
    package static let slot = 82
    package static let code = "treaty_text"
    package static let file = "treaty_texts"
    package static let fields = Fields<TreatyText>(
        Field("treaty", \.treaty),
        Field("language", \.language, .required, means: .language),
        Field("is_authentic", \.isAuthentic),
        Field("title", \.title),
        Field("paragraphs", \.paragraphs),
        Field("hash", \.hash),
        Field("certifier", \.certifier),
        Field("certified_on", \.certifiedOn),
        Field("source", \.source))
    package static let indexes = [byTreaty]
    package static let byTreaty = Index<TreatyText>(0) { $0.treaty }

    package var heading = Heading<TreatyText>()
    package var treaty: ID<Treaty>?
    /// ISO 639-1.
    package var language = ""
    /// Whether the treaty names the language among its authentic ones; a translation is not.
    package var isAuthentic = true
    package var title = ""
    /// The skeleton: for each article in its order, how many paragraphs it has.
    package var paragraphs: [Int] = []
    /// SHA-256 of the text.
    package var hash = ""
    /// The office that certified concordance with the other languages.
    package var certifier = ""
    package var certifiedOn: Day?
    package var source = ""

    package init() {}
}

package import Ledger

/// A State or an organisation that may take part, as the register of parties knows it: the one place its names come from.
///
/// Everything else refers to a party by its code; a name typed by hand is never a party.
package struct Party: Entity {
    package static let slot = 31
    package static let code = "party"
    package static let file = "parties"
    package static let fields = Fields<Party>(
        Field("iso2", \.iso2),
        Field("kind", \.kind, .required, means: .sort),
        Field("name_en", \.nameEnglish, .required, means: .title(in: "en")),
        Field("name_fr", \.nameFrench, means: .title(in: "fr")),
        Field("name_es", \.nameSpanish, means: .title(in: "es")),
        Field("name_ru", \.nameRussian, means: .title(in: "ru")),
        Field("name_zh", \.nameChinese, means: .title(in: "zh")),
        Field("name_ar", \.nameArabic, means: .title(in: "ar")),
        Field("name_vi", \.nameVietnamese, .required, means: .title(in: "vi")),
        Field("name_mtdsg_en", \.nameAtDepositary),
        Field("aliases", \.aliases),
        Field("forbidden_aliases", \.forbiddenAliases),
        Field("names_status", \.namesStatus),
        Field("regional_group", \.regionalGroup),
        Field("reios", \.organisations))
    package static let indexes = [byOrganisation]
    /// Member States by the organisation of regional integration that they belong to.
    package static let byOrganisation = Index<Party>(0, each: { $0.organisations })

    package enum Sort: String, Choice {
        case memberState = "member_state", observerState = "observer_state", otherState = "other_state", reio
        case intergovernmental = "igo", nonGovernmental = "ngo", unitedNations = "un_entity", company, academia, other
    }

    /// Whether the party's names were confirmed by the party itself.
    package enum NamesStatus: String, Choice {
        case unconfirmed, confirmed
    }

    /// The regional groups of the United Nations.
    package enum RegionalGroup: String, Choice {
        case none, african, asiaPacific = "asia_pacific", easternEuropean = "eastern_european"
        case latinAmericaCaribbean = "latin_america_caribbean", westernEuropeOthers = "western_europe_others"
    }

    package var heading = Heading<Party>()
    /// The two letters of ISO 3166-1; empty for an organisation without any.
    package var iso2 = ""
    package var kind = Sort.memberState
    package var nameEnglish = ""
    package var nameFrench = ""
    package var nameSpanish = ""
    package var nameRussian = ""
    package var nameChinese = ""
    package var nameArabic = ""
    package var nameVietnamese = ""
    /// The name in the depositary's list (MTDSG), where it is another than the United Nations' short name.
    package var nameAtDepositary = ""
    /// Other names by which people search for it; never printed.
    package var aliases: [String] = []
    /// Names that must never be read aloud or printed for it.
    package var forbiddenAliases: [String] = []
    package var namesStatus = NamesStatus.unconfirmed
    package var regionalGroup = RegionalGroup.none
    /// The organisations of regional integration (REIO) that it is a member of.
    package var organisations: [ID<Party>] = []

    package init() {}
    /// Its name in the register in a language.
    package func name(in language: Language) -> String {
        switch language {
        case .vietnamese: nameVietnamese
        case .english: nameEnglish
        case .french: nameFrench
        case .spanish: nameSpanish
        case .russian: nameRussian
        case .chinese: nameChinese
        case .arabic: nameArabic
        }
    }
}

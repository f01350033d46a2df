import Ledger

/// The languages of the ceremony: the host's and the six of the United Nations. Raw values are codes of ISO 639-1.
package enum Language: String, Choice, IndexKey {
    case vietnamese = "vi", english = "en", french = "fr", spanish = "es", russian = "ru", chinese = "zh", arabic = "ar"
}

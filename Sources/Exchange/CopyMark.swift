/// What a file that leaves the house says of itself, so that a copy which is found tells whose it is.
package struct CopyMark: Sendable {
    /// Number of the export and of this copy: `EXPORT-3 #2`.
    package let name: String
    /// All of it on one line: it stands in every row, for rows are what is passed on.
    package let line: String
    package let purpose: String
    package let recipient: String
    /// Who fetched it.
    package let fetcher: String

    package init(name: String, line: String, purpose: String, recipient: String, fetcher: String) {
        self.name = name
        self.line = line
        self.purpose = purpose
        self.recipient = recipient
        self.fetcher = fetcher
    }
}

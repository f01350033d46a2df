extension String {
    /// Without spaces at its edges.
    package var trimmed: String {
        let start = drop { $0.isWhitespace }
        return String(start.reversed().drop { $0.isWhitespace }.reversed())
    }

    /// As forms send lines, and as fields hold them: broken by one character.
    package var normalLines: String { replacing("\r\n", with: "\n") }
}

extension Address {
    /// Whether a page stands there, so that somebody can be sent back to it.
    public var isPage: Bool {
        switch self {
        case .page(let page): page.part.isEmpty
        case .signOut, .language, .asset, .attachment, .feed, .sheet, .bulk, .undo, .views, .invite, .endSessions, .hooks: false
        default: true
        }
    }
}

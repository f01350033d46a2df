import Addresses
import Exchange
import Furniture

/// The lines of the menu: the rooms' pages as they mount them, and the pages at which the house itself is looked after.
extension FrontDesk {
    static func menu(of pages: [PageMount]) -> [MenuEntry] {
        let entries = pages.compactMap(\.menu)
        return entries.filter(\.isFirst) + entries.filter { !$0.isFirst } + ownMenu
    }

    static let ownMenu = [
        MenuEntry(.proof, "page.proof", key: "i") { $0.administers || $0.audits },
        MenuEntry(.administration, "page.administration", key: "a") { $0.administers },
        MenuEntry(.readings(LogQuery()), "page.readings", key: "l") { $0.audits },
        MenuEntry(.signIns(LogQuery()), "page.sign_ins", key: "u") { $0.audits },
        MenuEntry(.exports(LogQuery()), "page.exports", key: "x") { $0.audits },
        MenuEntry(.keys, "page.keys", key: "k"),
    ]
}

extension Answer.Content {
    init(_ content: FileResult.Content) {
        switch content {
        case .calendar: self.init(FileFormat.calendar)
        case .script: self = .script
        case .manifest: self = .manifest
        }
    }
}

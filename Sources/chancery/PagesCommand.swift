import ArgumentParser
import Engine
import Foundation
import House
import Ledger
import Phrases
import Rulebook
import Server

/// Every page of the house with its address, its title, its key and who may see it; of a ceremony also one of each kind of record.
struct PagesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pages", abstract: "Mọi trang của hệ thống · Every page of the house",
        discussion: """
            Có --data: thêm trang của bản ghi đầu tiên thuộc mỗi loại.
            With --data also the pages of the first record of each kind.
            """)

    enum Format: String, ExpressibleByArgument { case text, json }

    @Option(help: "Thư mục của sổ nhật ký · The journal's folder") var data: String?
    @Option(help: "text | json") var format = Format.text
    @OptionGroup var view: ViewOptions

    func run() async throws {
        let languages = try Language.delivered.map(Phrases.delivered)
        let list: PageList
        if let data {
            let (_, opening) = try await opened(try DataOptions.parse(["--data", data]), view)
            list = PageList(of: opening.picture, slips: houseRulebook.check(opening.picture, at: opening.moment))
        } else {
            list = PageList(of: Picture(houseRegister, zone: .gmt), slips: [])
        }
        for line in format == .json ? list.json(in: languages) : list.lines(in: languages) { say(line) }
    }
}

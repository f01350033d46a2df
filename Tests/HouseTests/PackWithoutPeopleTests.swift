import Exchange
import Foundation
import House
import Ledger
import Rulebook
import Testing

@Suite struct `A pack without what tells of people` {
    private func picture() -> Picture {
        var picture = Picture(houseRegister, zone: .gmt)
        picture.apply([
            Change(
                Waiver("W-1", id: 1) { waiver in
                    (waiver.rule, waiver.approver, waiver.reason) = ("DAT-01", "O-1", "ZQ-WAIVED")
                    waiver.ends = Moment(morning, in: .gmt)
                }),
            Change(Assignment("AS-1", id: 1) { ($0.rule, $0.officer, $0.note) = ("DAT-01", "O-1", "ZQ-NOTE") }),
        ])
        return picture
    }

    @Test func `holds no free text that may tell of somebody, nor a record that means nothing without it, and says so`() throws {
        let writer = PackWriter(houseRegister)
        let files = writer.files(of: picture())
        #expect(Set(files.keys) == ["assignments.csv"])
        #expect(!String(decoding: files["assignments.csv"] ?? [], as: UTF8.self).contains("ZQ-"))
        let leftOut = writer.leftOut(of: picture()).map { "\($0.kind.code) \($0.count)" }
        #expect(leftOut == ["waiver 1"])
        let whole = PackWriter(houseRegister, includingPersonal: true)
        #expect(whole.files(of: picture()).count == 2 && whole.leftOut(of: picture()).isEmpty)
    }

    @Test func `is taken in by an empty house`() {
        let files = PackWriter(houseRegister).files(of: picture())
        let reading = PackReader(into: Picture(houseRegister, zone: .gmt), happened: morning).read(Pack(name: "export", files: files))
        guard case .read(let content) = reading else {
            Issue.record("\(reading)")
            return
        }
        #expect(content.versions.map(\.code) == ["AS-1"])
    }
}

import Ledger
import Testing

@Suite struct `Bounds of JSON` {
    private func reason(_ text: String, _ limits: JSONLimits) -> JSONMistake.Reason? {
        do {
            _ = try JSON(parsing: text, within: limits)
            return nil
        } catch { return error.reason }
    }

    private func object(names: Int) -> String { "{" + (0..<names).map { "\"n\($0)\":0" }.joined(separator: ",") + "}" }
    private func list(items: Int) -> String { "[" + Array(repeating: "0", count: items).joined(separator: ",") + "]" }

    @Test func `names of one object are taken up to the bound and no further`() {
        #expect(reason(object(names: 128), .sent) == nil)
        #expect(reason(object(names: 129), .sent) == .tooManyNames)
    }

    @Test func `items of one list are taken up to the bound and no further`() {
        #expect(reason(list(items: 10_000), .sent) == nil)
        #expect(reason(list(items: 10_001), .sent) == .tooManyItems)
    }

    @Test func `values are counted over the whole document`() {
        let most = JSONLimits(values: 7)
        #expect(reason(#"{"a":[1,2,[]],"b":{"c":null}}"#, most) == nil)
        #expect(reason(#"{"a":[1,2,[3]],"b":{"c":null}}"#, most) == .tooManyValues)
        let lists = Array(repeating: list(items: 9_999), count: 10).joined(separator: ",")
        #expect(reason("[\(lists)]", .sent) == .tooManyValues)
    }

    @Test func `what was sent is nested less deep than what was kept`() {
        func nested(_ depth: Int) -> String { String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        #expect(reason(nested(16), .sent) == nil)
        #expect(reason(nested(17), .sent) == .tooDeep)
        #expect(reason(nested(64), .kept) == nil)
        #expect(reason(nested(65), .kept) == .tooDeep)
    }

    @Test func `a megabyte of names is refused at the first name too many`() {
        #expect { try JSON(parsing: object(names: 110_000), within: .sent) } throws: { error in
            // All that was read of it: a hundred and twenty-eight short members.
            (error as? JSONMistake).map { $0.reason == .tooManyNames && $0.offset < 128 * 10 } ?? false
        }
    }

    @Test func `a name given twice is found among few and among many`() {
        for count in [2, 23, 24, 25, 26, 1000] {
            let names = (0..<(count - 1)).map { "\"n\($0)\":0" }
            #expect(reason("{" + names.joined(separator: ",") + ",\"n0\":1}", .kept) == .repeatedName, "\(count)")
            #expect(reason("{" + names.joined(separator: ",") + ",\"n\(count - 2)\":1}", .kept) == .repeatedName, "\(count)")
            #expect(reason(object(names: count), .kept) == nil, "\(count)")
        }
    }

    @Test func `eight times as many names take about eight times as long`() {
        func duration(_ text: String) -> Duration {
            (0..<3).map { _ in ContinuousClock().measure { _ = try? JSON(parsing: text) } }.min() ?? .zero
        }
        let few = duration(object(names: 5_000))
        let many = duration(object(names: 40_000))
        // By squares it would be sixty-four.
        #expect(many < few * 30, "\(few) \(many)")
    }
}

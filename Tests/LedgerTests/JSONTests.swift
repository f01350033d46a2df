import Ledger
import Testing

@Suite struct `JSON texts` {
    @Test(arguments: [
        #"{"a":[1,-2,true,null,"x"],"b":{}}"#, #""Ủy ban 人 \" \\ \n""#, #"[]"#, "9223372036854775807", #""\u0001""#,
    ])
    func `reads back as it was written`(text: String) throws {
        #expect(try JSON(parsing: text).written == text)
    }

    @Test(
        arguments: [
            ("", JSONMistake.Reason.unfinished), ("{", .unfinished), ("[1,]", .unexpected), ("1.5", .fraction), ("01", .badNumber),
            (#"{"a":1,"a":2}"#, .repeatedName), (#""\ud800""#, .badText), ("nul", .unexpected), ("1 2", .trailing),
            ("99999999999999999999", .badNumber), (String(repeating: "[", count: 100), .tooDeep), ("\"a\nb\"", .badText),
        ])
    func `says what is wrong`(text: String, reason: JSONMistake.Reason) {
        #expect { try JSON(parsing: text) } throws: { ($0 as? JSONMistake)?.reason == reason }
    }

    @Test func `bytes that are no UTF-8 are refused`() {
        #expect(throws: JSONMistake.self) { try JSON(parsing: [0x22, 0xC3, 0x28, 0x22]) }
    }

    @Test func `surrogate pairs become one character`() throws {
        #expect(try JSON(parsing: #""\ud83d\ude00""#).text == "😀")
    }
}

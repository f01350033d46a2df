import Exchange
import ExchangeTesting
import Foundation
import Ledger
import Testing

@Suite struct `Values as the text of cells` {
    private func read(_ text: String, _ shape: Shape, zone: TimeZone? = nil) -> Result<Value, Problem> {
        let reader = CellReader(shape, zone: zone, names: guestVocabulary.names)
        return Result { () throws(Problem) -> Value in
            try reader.value(text) { (kind, code) throws(Problem) in
                guard let number = ["A;B": 1, "-C": 2, "D": 3][code] else { throw .unknownReference(code, kind: kind, nearest: []) }
                return UInt32(number)
            }
        }
    }

    @Test(arguments: [
        ("1500000", 1_500_000), ("1.500.000", 1_500_000), ("1,500,000", 1_500_000), ("1 500 000", 1_500_000), ("1\u{A0}500", 1500),
        ("1.500", 1500), ("-12", -12), ("\u{2212}1.500", -1500), ("0", 0), ("007", 7), ("+5", 5), ("'-5", -5),
    ])
    func `whole numbers are read however their thousands are grouped`(text: String, number: Int64) {
        #expect(read(text, .integer) == .success(.integer(number)))
    }

    @Test(arguments: [
        "1.5", "1,50", "1.500,00", "1.5000", "0.500", "12.34.567", "1,500.000", "ten", "1.", ".500", "99999999999999999999", "1..500",
    ])
    func `what may be a fraction or is no number is no whole number`(text: String) {
        #expect(read(text, .integer) == .failure(.notAnInteger(text)))
    }

    @Test func `yes and no are said in both languages`() {
        #expect(["true", "Có", "YES", "x", "X", "1", "đúng"].map { read($0, .flag) } == Array(repeating: .success(.flag(true)), count: 7))
        #expect(["false", "không", "No", "0", "Sai"].map { read($0, .flag) } == Array(repeating: .success(.flag(false)), count: 5))
        #expect(read("maybe", .flag) == .failure(.notAFlag("maybe")))
    }

    @Test func `a day has its day first unless its year is`() {
        let day = Value.day(Day("2025-10-25")!)
        for text in ["2025-10-25", "25/10/2025", "25-10-2025", "25.10.2025", "2025/10/25"] { #expect(read(text, .day) == .success(day)) }
        #expect(read("5/1/2025", .day) == .success(.day(Day("2025-01-05")!)))
        for text in ["10/25/2025", "30/2/2025", "25/10/25", "25 October", "2025-10", "+1/10/2025"] {
            #expect(read(text, .day) == .failure(.notADay(text)))
        }
    }

    @Test func `a moment needs its zone, unless the caller names one`() {
        let moment = Value.moment(Moment("2025-10-25T10:00[Asia/Ho_Chi_Minh]")!)
        for text in [
            "2025-10-25T10:00:00+07:00[Asia/Ho_Chi_Minh]", "2025-10-25 10:00[Asia/Ho_Chi_Minh]", "25/10/2025 10:00[Asia/Ho_Chi_Minh]",
        ] {
            #expect(read(text, .moment) == .success(moment))
        }
        for text in ["2025-10-25 10:00", "25/10/2025 10h", "10h00 25/10/2025", "2025-10-25T03:00:00Z"] {
            #expect(read(text, .moment, zone: hanoiZone) == .success(moment))
        }
        #expect(read("2025-10-25 10:00", .moment) == .failure(.notAMoment("2025-10-25 10:00", .noZone)))
    }

    @Test(
        arguments: [
            ("2025-10-25T10:00:00+07:00", .fixedOffset), ("2025-10-25T10:00:00Z", .fixedOffset), ("2025-10-25 10:00[+07:00]", .fixedOffset),
            ("2025-10-25 10:00[Asia/Hanoi]", .unknownZone), ("2025-10-25T10:00:00+08:00[Asia/Ho_Chi_Minh]", .wrongOffset),
            ("2025-10-26 02:30[Europe/Paris]", .clocksChange), ("2025-03-30 02:30[Europe/Paris]", .clocksChange),
            ("tomorrow", .notATime), ("2025-10-25", .notATime), ("2025-10-25 25:00[Asia/Ho_Chi_Minh]", .notATime),
            ("[Asia/Ho_Chi_Minh]", .notATime),
        ] as [(String, Problem.MomentMistake)])
    func `a moment that leaves a doubt is refused with the reason`(text: String, mistake: Problem.MomentMistake) {
        #expect(read(text, .moment) == .failure(.notAMoment(text, mistake)))
    }

    @Test func `an hour that the clocks repeat is told by its offset`() {
        #expect(
            read("2025-10-26 02:30+01:00[Europe/Paris]", .moment) == .success(.moment(Moment("2025-10-26T02:30:00+01:00[Europe/Paris]")!)))
    }

    @Test func `a word is known by its spelling and by its name in any language`() {
        let shape = Guest.Sort.shape
        #expect(read("keynote_speaker", shape) == .success(.text("keynote_speaker")))
        #expect(read("DIEN GIA CHINH", shape) == .success(.text("keynote_speaker")))
        #expect(read("Diễn giả", shape) == .success(.text("speaker")))
        #expect(read("speker", shape) == .failure(.unknownWord("speker", candidates: ["speaker"])))
        #expect(read("zzz", shape) == .failure(.unknownWord("zzz", candidates: ["delegate", "speaker", "keynote_speaker"])))
    }

    @Test func `a list is separated by semicolons, and blank items are none`() {
        #expect(read("a; b ;;c d;", .list(.text)) == .success(.list([.text("a"), .text("b"), .text("c d")])))
        #expect(read(#"a\;b;c\\;\ d\ "#, .list(.text)) == .success(.list([.text("a;b"), .text("c\\"), .text(" d ")])))
        #expect(read(#"A\;B;-C"#, .list(.reference("guest"))) == .success(.list([.reference(1), .reference(2)])))
        #expect(read(" ; ", .list(.text)) == .success(.absent))
        #expect(read("D;E", .list(.reference("guest"))) == .failure(.unknownReference("E", kind: "guest", nearest: [])))
    }

    @Test func `a text that a spreadsheet would run is shielded, and a name with an apostrophe is not`() {
        let write = { (text: String) in CellText.text(.text(text), as: .text) { _, _ in nil } }
        #expect(
            ["=1+1", "+84", "-", "@x", "\tx", " x", "x ", "'=1", "''"].map(write) == [
                "'=1+1", "'+84", "'-", "'@x", "'\tx", "' x", "x '", "''=1", "''''",
            ])
        #expect(["'s-Hertogenbosch", "x", "O'", "", "a = b"].map(write) == ["'s-Hertogenbosch", "x", "O'", "", "a = b"])
        #expect(CellText.text(.integer(-5), as: .integer) { _, _ in nil } == "-5")
    }

    @Test func `what a spreadsheet would run is shielded behind characters that are not seen, and comes back`() {
        let write = { (text: String) in CellText.text(.text(text), as: .text) { _, _ in nil } }
        for unseen in ["\u{0}", "\u{1}", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}", "\u{200D}", "\u{202E}", "\u{1}\u{200C}\u{2}"] {
            for running in ["=1+1", "+84", "-1", "@x"] {
                #expect(write(unseen + running) == "'" + unseen + running)
                for text in [unseen + running, "'" + unseen + running] { #expect(read(write(text), .text) == .success(.text(text))) }
            }
            #expect(write(unseen + "a") == unseen + "a")
        }
    }

    @Test func `every value comes back from its text`() {
        var dice = Dice(state: 2)
        let codes: [UInt32: String] = [1: "A;B", 2: "-C", 3: "D"]
        for _ in 0..<4000 {
            let (value, shape) = anyValue(&dice)
            let text = CellText.text(value, as: shape) { codes[$1] }
            #expect(read(throughSheet(text), shape) == .success(value), "\(text)")
        }
    }

    private func anyValue(_ dice: inout Dice) -> (Value, Shape) {
        switch Int.random(in: 0..<9, using: &dice) {
        case 0: return (.integer(Int64.random(in: .min ... .max, using: &dice)), .integer)
        case 1: return (.flag(Bool.random(using: &dice)), .flag)
        case 2: return (.day(Day(number: Int32.random(in: -100_000...100_000, using: &dice))), .day)
        case 3:
            let zone = ["Asia/Ho_Chi_Minh", "Europe/Paris", "America/St_Johns"].randomElement(using: &dice)!
            return (
                .moment(Moment(Instant(seconds: Int64.random(in: 0...3_000_000_000, using: &dice)), in: TimeZone(identifier: zone)!)),
                .moment
            )
        case 4: return (.text(["delegate", "keynote_speaker"].randomElement(using: &dice)!), Guest.Sort.shape)
        case 5: return (.reference(UInt32.random(in: 1...3, using: &dice)), .reference("guest"))
        case 6: return (.list([.reference(1), .reference(UInt32.random(in: 2...3, using: &dice))]), .list(.reference("guest")))
        case 7:
            let items = (0..<3).map { _ in AwkwardText.random(&dice) }.filter { !$0.isEmpty }
            return (items.isEmpty ? .absent : .list(items.map(Value.text)), .list(.text))
        default:
            let text = AwkwardText.random(&dice)
            return (text.isEmpty ? .absent : .text(text), .text)
        }
    }
}

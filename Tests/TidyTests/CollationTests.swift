import Phrases
import Testing

@Suite struct `Words stand in the order of their language` {
    private func ordered(_ words: [String], in language: Language) throws -> [String] {
        let phrases = try Phrases.delivered(language)
        // From the back, so that an order that was there already proves nothing.
        return words.reversed().sorted { phrases.order(of: $0) < phrases.order(of: $1) }
    }

    /// The order of Vietnamese dictionaries: letters before tones, and tones as không dấu, huyền, hỏi, ngã, sắc, nặng.
    @Test(arguments: [
        ["a", "à", "ả", "ã", "á", "ạ", "ă", "ằ", "ẳ", "ẵ", "ắ", "ặ", "â", "ầ", "ẩ", "ẫ", "ấ", "ậ", "b", "c", "d", "đ", "e", "ê", "ề", "g"],
        ["i", "k", "l", "m", "n", "o", "ò", "ô", "ồ", "ơ", "ờ", "p", "q", "r", "s", "t", "u", "ư", "ừ", "v", "x", "y"],
        [
            "A-déc-bai-gian", "Ai-len", "An-giê-ri", "Ăng-gô-la", "Ấn Độ", "Ba Lan", "Bỉ", "Cộng hòa Séc", "Cốt Đi-voa", "Cu-ba", "Di sản",
            "Đan Mạch",
        ],
        ["Hoa", "Hòa", "Hỏa", "Hóa", "Họa", "Hoà Bình", "Hoàng"], ["10", "2 phòng", "Phòng 1"],
    ])
    func `in Vietnamese`(words: [String]) throws {
        #expect(try ordered(words, in: .vietnamese) == words)
    }

    @Test(arguments: [
        ["Afghanistan", "Albania", "Côte d'Ivoire", "Croatia", "Czechia", "Türkiye", "Tuvalu", "Viet Nam", "Zambia"],
        ["Đan Mạch", "Denmark"], ["resume", "résumé", "resumed"],
    ])
    func `in English`(words: [String]) throws {
        #expect(try ordered(words, in: .english) == words)
    }

    @Test func `large letters as small ones, composed letters as those that are put together`() throws {
        for language in Language.delivered {
            let phrases = try Phrases.delivered(language)
            #expect(phrases.order(of: "ĐÀ NẴNG") == phrases.order(of: "đà nẵng"))
            #expect(phrases.order(of: "e\u{302}\u{301}") == phrases.order(of: "ế"))
            #expect(phrases.order(of: "Zambia") < phrases.order(of: "中国"))
        }
    }
}

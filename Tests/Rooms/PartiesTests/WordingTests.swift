import Parties
import Testing

@Suite struct `Looking for a name in a text` {
    private func says(_ text: String, _ name: String, _ language: Language = .english) -> Bool {
        Wording(text, in: language).says(Wording(name, in: language))
    }

    @Test func `finds whole words whatever their case`() {
        #expect(says("The Delegation of NIGER has the floor.", "Niger"))
        #expect(!says("The delegation of Nigeria has the floor.", "Niger"))
    }

    @Test func `tells marks apart`() {
        #expect(says("Đoàn Áo", "Áo", .vietnamese))
        #expect(!says("ao nước", "Áo", .vietnamese))
    }

    @Test func `finds a name among Chinese signs, which have no spaces`() {
        #expect(says("欢迎奥地利代表团", "奥地利", .chinese))
    }

    @Test func `does not find an empty name`() {
        #expect(!says("anything", ""))
    }

    @Test func `leaves out an approved name and does not join what stood around it`() {
        let rest = Wording("People's Republic of China", in: .english)
            .leavingOut(Wording("People's Republic of China", in: .english))
        #expect(!rest.says(Wording("Republic of China", in: .english)))
        let around = Wording("North Viet Nam Korea", in: .english).leavingOut(Wording("Viet Nam", in: .english))
        #expect(!around.says(Wording("North Korea", in: .english)))
    }
}

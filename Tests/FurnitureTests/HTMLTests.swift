import Addresses
import Furniture
import RulebookTesting
import Testing

@Suite struct `The writer of pages` {
    private func text(_ write: (inout HTML) -> Void) -> String {
        var html = HTML()
        write(&html)
        return String(decoding: html.bytes, as: UTF8.self)
    }

    @Test func `writes elements in each other with what is said of them`() {
        let page = text { html in
            html.element(.p, [.class("a"), .lang("vi")]) { html in
                html.text("1 < 2")
                html.void(.br)
                html.element(.a, [.href(.search("a&b"))], "Tìm")
            }
        }
        #expect(page == #"<p class="a" lang="vi">1 &lt; 2<br><a href="/search?q=a%26b">Tìm</a></p>"#)
    }

    @Test(arguments: [11, 12, 13] as [UInt64])
    func `lets nothing of a text end its element or attribute`(seed: UInt64) {
        var dice = SeededDice(seed: seed)
        for _ in 0..<500 {
            let hostile = String((0..<12).map { _ in "<>&\"'đ \u{0}\u{1}=/!-".randomElement(using: &dice) ?? "<" })
            let page = text { $0.element(.p, [.title(hostile)], hostile) }
            #expect(page.hasPrefix("<p title=\"") && page.hasSuffix("</p>"), "seed \(seed)")
            #expect(page.count { $0 == "<" } == 2 && page.count { $0 == ">" } == 2, "seed \(seed): \(page)")
            #expect(page.count { $0 == "\"" } == 2 && !page.contains("'"), "seed \(seed): \(page)")
            #expect(!page.unicodeScalars.contains { $0.value < 0x20 }, "seed \(seed)")
        }
    }

    @Test func `draws numbers short`() {
        let page = text { html in
            html.element(.rect, [.draw(.x, 1), .draw(.y, -0.5), .draw(.width, 33.333), .draw(.height, 0.004)], "")
        }
        #expect(page == #"<rect x="1" y="-0.50" width="33.33" height="0"></rect>"#)
    }
}

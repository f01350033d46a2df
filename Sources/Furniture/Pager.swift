package import Addresses
import Phrases

/// The pages of what is too long for one: the first, the last and those near.
package struct Pager: Sendable {
    private let page: Int
    private let pages: Int

    /// - Parameters:
    ///   - page: which is shown, from 1.
    ///   - pages: how many there are.
    package init(_ page: Int, of pages: Int) {
        self.page = page
        self.pages = pages
    }

    package func write(_ reader: Reader, _ html: inout HTML, address: (Int) -> Address) {
        guard pages > 1 else { return }
        html.element(.nav, [.class("pager"), .aria(.label, reader.phrases("list.pages"))]) { html in
            html.element(.ul) { html in
                for number in shown {
                    html.element(.li) { html in
                        guard let number else { return html.text("…") }
                        html.element(
                            .a, [.href(address(number))] + (number == page ? [.aria(.current, "page")] : []),
                            reader.phrases.grouped(number))
                    }
                }
            }
        }
    }

    /// Nil stands for what is left out.
    package var shown: [Int?] {
        let near = Set([1, pages] + [-2, -1, 0, 1, 2].map { page.addingReportingOverflow($0).partialValue })
        var result: [Int?] = []
        for number in near.filter({ (1...max(1, pages)).contains($0) }).sorted() {
            if let last = result.last ?? nil, number > last + 1 { result.append(nil) }
            result.append(number)
        }
        return result
    }
}

/// How much is done of how much, drawn as a bar. The words say the same for who cannot see it.
package struct Bar: Sendable {
    private static let width = 120.0
    private static let height = 10.0
    private let done: Int
    private let total: Int

    package init(done: Int, of total: Int) {
        self.done = done
        self.total = total
    }

    package func draw(_ words: String, _ html: inout HTML) {
        let share = total > 0 ? min(1, max(0, Double(done) / Double(total))) : 0
        html.element(.span, [.class("bar")]) { html in
            html.element(
                .svg,
                [
                    .view(width: Bar.width, height: Bar.height), .draw(.width, Bar.width), .draw(.height, Bar.height),
                    .aria(.hidden, "true"),
                ]
            ) { html in
                html.element(.rect, [.class("rail"), .draw(.width, Bar.width), .draw(.height, Bar.height)], "")
                html.element(.rect, [.class("done"), .draw(.width, Bar.width * share), .draw(.height, Bar.height)], "")
            }
            html.text(" " + words)
        }
    }
}

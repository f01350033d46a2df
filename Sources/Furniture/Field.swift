/// A field of a form with its label above it.
func field(_ id: String, _ label: String, _ html: inout HTML, _ content: (inout HTML) -> Void) {
    html.element(.div, [.class("field")]) { html in
        html.element(.label, [.for(id)], label)
        content(&html)
    }
}

/// The elements that the house writes. Scripts and styles are not among them but as links to files: the pages run under a policy
/// that refuses what stands inline.
public enum Tag: String, Sendable {
    case html, head, title, body, header, footer, nav, main, section, article, aside, div, span, p, h1, h2, h3, h4
    case ul, ol, li, dl, dt, dd, table, caption, thead, tbody, tr, th, td, a, strong, em, small, time, bdi, abbr, code, del, ins
    case form, fieldset, legend, label, select, option, textarea, button, output, details, summary, figure, figcaption, mark
    case datalist, script, svg, g, path, rect, circle, line, polyline, polygon, text, desc
}

/// The elements that hold nothing.
public enum VoidTag: String, Sendable {
    case meta, link, input, br, hr, img
}

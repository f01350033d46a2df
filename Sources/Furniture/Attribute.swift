public import Addresses
public import Ledger
import Phrases

/// What is said of an element. Links take an address, never a text.
public struct Attribute: Sendable {
    let name: String
    /// Nil where the attribute stands alone.
    let value: String?

    private init(_ name: String, _ value: String?) {
        self.name = name
        self.value = value
    }

    public static func href(_ address: Address) -> Attribute { Attribute("href", address.text) }
    /// A place on the same page.
    public static func jump(_ id: String) -> Attribute { Attribute("href", "#" + id) }
    public static func action(_ address: Address) -> Attribute { Attribute("action", address.text) }
    /// Where a button sends its form instead.
    public static func formaction(_ address: Address) -> Attribute { Attribute("formaction", address.text) }
    public static func source(_ asset: String) -> Attribute { Attribute("src", Address.asset(asset).text) }

    public static func id(_ id: String) -> Attribute { Attribute("id", id) }
    public static func `class`(_ names: String) -> Attribute { Attribute("class", names) }
    public static func lang(_ code: String) -> Attribute { Attribute("lang", code) }
    /// Which way the language is written: `ltr` or `rtl`.
    public static func direction(_ way: String) -> Attribute { Attribute("dir", way) }
    public static func title(_ text: String) -> Attribute { Attribute("title", text.isolated) }
    public static func datetime(_ day: Day) -> Attribute { Attribute("datetime", day.description) }
    /// With its offset: HTML knows no zones.
    public static func datetime(_ moment: Moment) -> Attribute { Attribute("datetime", moment.withOffset) }
    public static func scope(_ scope: String) -> Attribute { Attribute("scope", scope) }
    public static func rel(_ relation: String) -> Attribute { Attribute("rel", relation) }
    public static func content(_ text: String) -> Attribute { Attribute("content", text) }
    public static func charset(_ name: String) -> Attribute { Attribute("charset", name) }

    public static func name(_ name: String) -> Attribute { Attribute("name", name) }
    public static func value(_ value: String) -> Attribute { Attribute("value", value) }
    public static func type(_ type: String) -> Attribute { Attribute("type", type) }
    public static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
    public static func method(_ method: Method) -> Attribute { Attribute("method", method.rawValue) }
    public static func autocomplete(_ purpose: String) -> Attribute { Attribute("autocomplete", purpose) }
    public static func maxlength(_ count: Int) -> Attribute { Attribute("maxlength", String(count)) }
    public static func enctype(_ type: String) -> Attribute { Attribute("enctype", type) }
    public static func list(_ id: String) -> Attribute { Attribute("list", id) }
    public static func rows(_ count: Int) -> Attribute { Attribute("rows", String(count)) }
    public static func inputmode(_ mode: String) -> Attribute { Attribute("inputmode", mode) }
    public static func form(_ id: String) -> Attribute { Attribute("form", id) }
    /// Which key does what the element does: read by the page's own script, told on the page of keys.
    public static func key(_ key: String) -> Attribute { Attribute("data-key", key) }
    /// What the page's own script says before what it finds out by itself.
    public static func words(_ words: String) -> Attribute { Attribute("data-words", words) }
    public static let required = Attribute("required", nil)
    /// A button that sends its form whatever else stands in it.
    public static let formnovalidate = Attribute("formnovalidate", nil)
    public static let readonly = Attribute("readonly", nil)
    public static let checked = Attribute("checked", nil)
    public static let selected = Attribute("selected", nil)
    public static let open = Attribute("open", nil)
    public static let deferred = Attribute("defer", nil)

    /// Parts that are asked for again when the ceremony changes: htmx's own words, and the feed that tells when.
    public static func hxGet(_ address: Address) -> Attribute { Attribute("hx-get", address.text) }
    public static func hxTrigger(_ events: String) -> Attribute { Attribute("hx-trigger", events) }
    public static func hxSelect(_ selector: String) -> Attribute { Attribute("hx-select", selector) }
    public static func hxSelectOOB(_ selectors: String) -> Attribute { Attribute("hx-select-oob", selectors) }
    public static func hxSwap(_ manner: String) -> Attribute { Attribute("hx-swap", manner) }
    /// Where it is told what changes after the page was made.
    static func feed(_ address: Address) -> Attribute { Attribute("data-feed", address.text) }
    /// At what of it the part is to be renewed.
    static func renews(_ renewal: Renewal) -> Attribute { Attribute("data-renews", renewal.text) }

    /// Reached by the keyboard: a region that scrolls.
    public static let tabbed = Attribute("tabindex", "0")
    public static func role(_ role: String) -> Attribute { Attribute("role", role) }
    public static func aria(_ state: State, _ value: String) -> Attribute { Attribute("aria-" + state.rawValue, value) }

    /// A measure of a drawing.
    public static func draw(_ measure: Measure, _ value: Double) -> Attribute { Attribute(measure.rawValue, number(value)) }
    /// How much a drawing shows.
    public static func view(width: Double, height: Double) -> Attribute { Attribute("viewBox", "0 0 \(number(width)) \(number(height))") }

    public enum Measure: String, Sendable { case width, height, x, y, x1, x2, y1, y2, rx }

    public enum State: String, Sendable { case label, labelledby, current, pressed, sort, hidden, invalid, describedby, live }
    public enum Method: String, Sendable { case get, post }

    /// At most two digits after the point, and none where there need be none.
    private static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        guard !hundredths.isMultiple(of: 100) else { return String(hundredths / 100) }
        let sign = hundredths < 0 ? "-" : ""
        let rest = hundredths.magnitude % 100
        return "\(sign)\(hundredths.magnitude / 100).\(rest < 10 ? "0" : "")\(rest)"
    }
}

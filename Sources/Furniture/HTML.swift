/// A page as it is written, element by element. Text and attributes are escaped always; there is no way to write anything else.
public struct HTML: Sendable {
    public private(set) var bytes: [UInt8] = []
    /// What of people stands in it.
    package internal(set) var shown = Shown()

    public init() { bytes.reserveCapacity(16_384) }

    /// What people wrote or the house says.
    public mutating func text(_ text: String) {
        var text = text
        text.withUTF8 { HTML.escape($0, into: &bytes) }
    }

    /// An element and what stands in it.
    public mutating func element(_ tag: Tag, _ attributes: [Attribute] = [], _ content: (inout HTML) -> Void) {
        open(tag, attributes)
        content(&self)
        close(tag)
    }

    /// An element that holds text alone.
    public mutating func element(_ tag: Tag, _ text: String) { element(tag, [], text) }

    public mutating func element(_ tag: Tag, _ attributes: [Attribute], _ text: String) {
        open(tag, attributes)
        self.text(text)
        close(tag)
    }

    /// An element that never holds anything, such as a field or a line break.
    public mutating func void(_ tag: VoidTag, _ attributes: [Attribute] = []) { open(tag.rawValue, attributes) }

    private mutating func open(_ tag: Tag, _ attributes: [Attribute]) { open(tag.rawValue, attributes) }

    private mutating func open(_ name: String, _ attributes: [Attribute]) {
        bytes.append(UInt8(ascii: "<"))
        bytes.append(contentsOf: name.utf8)
        for attribute in attributes {
            bytes.append(UInt8(ascii: " "))
            bytes.append(contentsOf: attribute.name.utf8)
            guard var value = attribute.value else { continue }
            bytes.append(contentsOf: "=\"".utf8)
            value.withUTF8 { HTML.escape($0, into: &bytes) }
            bytes.append(UInt8(ascii: "\""))
        }
        bytes.append(UInt8(ascii: ">"))
    }

    private mutating func close(_ tag: Tag) {
        bytes.append(contentsOf: "</".utf8)
        bytes.append(contentsOf: tag.rawValue.utf8)
        bytes.append(UInt8(ascii: ">"))
    }

    /// The five characters that could end a text or an attribute, and control characters, which HTML does not allow.
    private static func escape(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
        var start = 0
        for place in text.indices {
            guard let escaped = escape(of: text[place]) else { continue }
            bytes.append(contentsOf: text[start..<place])
            bytes.append(contentsOf: escaped.utf8)
            start = place + 1
        }
        bytes.append(contentsOf: text[start...])
    }

    private static func escape(of byte: UInt8) -> String? {
        switch byte {
        case UInt8(ascii: "&"): "&amp;"
        case UInt8(ascii: "<"): "&lt;"
        case UInt8(ascii: ">"): "&gt;"
        case UInt8(ascii: "\""): "&quot;"
        case UInt8(ascii: "'"): "&#39;"
        case 0x09, 0x0A, 0x0D: nil
        case 0..<0x20, 0x7F: "\u{FFFD}"
        default: nil
        }
    }
}

extension HTML {
    /// A part that is written by itself and put into a page afterwards.
    static func part(_ content: (inout HTML) -> Void) -> HTML {
        var html = HTML()
        content(&html)
        return html
    }

    /// What was written by itself.
    mutating func append(_ part: HTML) {
        bytes.append(contentsOf: part.bytes)
        shown.add(part.shown)
    }

    /// A whole page begins with what tells a browser that it follows the standard.
    public static func document(_ content: (inout HTML) -> Void) -> HTML {
        var html = HTML()
        html.bytes.append(contentsOf: "<!doctype html>\n".utf8)
        content(&html)
        return html
    }
}

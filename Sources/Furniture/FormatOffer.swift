/// A format of files as a page offers it: by which code it is asked for, and what it is called.
package struct FormatOffer: Hashable, Sendable {
    let code: String
    let name: String

    package init(_ code: String, _ name: String) {
        self.code = code
        self.name = name
    }
}

/// A script or a style that some pages load and others do not. A room has it in its own folder, embedded in its code.
package struct PageAsset: Hashable, Sendable {
    /// As it lies in the folder: `gate.js`. By this a page asks for it; no two have the same.
    package let name: String
    package let bytes: [UInt8]

    package init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }
}

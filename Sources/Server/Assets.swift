import Crypto
import Foundation
package import Furniture
import Ledger
import NIOCore

/// The files that pages load, in memory, under names that change with their content.
package struct Assets: Sendable {
    private let files: [String: (buffer: ByteBuffer, content: Answer.Content)]
    package let styles: [String]
    package let scripts: [String]
    package let icon: String
    /// Under which names lies what single pages load, by the names that their rooms give it.
    package let ofPages: [String: String]

    /// What is wrong with the files that were delivered with the program.
    package struct Missing: Error, CustomStringConvertible {
        package let description: String
    }

    /// - Parameter ofPages: what single pages load.
    package static func delivered(with ofPages: [PageAsset] = []) throws -> Assets {
        let folder = Bundle.module.bundleURL.appending(path: "Assets")
        var files: [String: (buffer: ByteBuffer, content: Answer.Content)] = [:]
        var styles: [String] = []
        var icon = ""
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
            let bytes = Array(try Data(contentsOf: folder.appending(path: name)))
            guard let content = content(of: name) else { throw Missing(description: "\(name) is no style, script or picture") }
            let hashed = Assets.name(name, of: bytes)
            files[hashed] = (ByteBuffer(bytes: bytes), content)
            if content == .style { styles.append(hashed) }
            if content == .picture { icon = hashed }
        }
        guard !styles.isEmpty else { throw Missing(description: "no style in \(folder.path)") }
        let scripts = files.filter { $1.content == .script }.keys.sorted()
        var named: [String: String] = [:]
        for asset in ofPages {
            guard let content = content(of: asset.name), named[asset.name] == nil else {
                throw Missing(description: "\(asset.name) is no style, script or picture, or is there twice")
            }
            let hashed = Assets.name(asset.name, of: asset.bytes)
            files[hashed] = (ByteBuffer(bytes: asset.bytes), content)
            named[asset.name] = hashed
        }
        return Assets(files: files, styles: styles, scripts: scripts, icon: icon, ofPages: named)
    }

    private static func content(of name: String) -> Answer.Content? {
        if name.hasSuffix(".css") { return .style }
        if name.hasSuffix(".svg") { return .picture }
        return name.hasSuffix(".js") ? .script : nil
    }

    /// `house.css` as `house-1f3a5c7e.css`.
    private static func name(_ name: String, of bytes: [UInt8]) -> String {
        let hash = SHA256.hash(data: bytes).prefix(4).hexadecimal
        let parts = name.split(separator: ".")
        return "\(parts[0])-\(hash).\(parts[1])"
    }

    func answer(_ name: String) -> Answer? {
        guard let file = files[name] else { return nil }
        var answer = Answer(.fine, file.content, shared: file.buffer)
        answer.isLasting = true
        return answer
    }
}

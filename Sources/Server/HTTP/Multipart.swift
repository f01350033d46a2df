/// Forms with files, as browsers send them (RFC 7578). Read whole: what may be sent is bounded before.
package enum Multipart {
    /// Parts of one form; more are not read.
    private static let mostParts = 64

    /// Nil where the body is not what its header says.
    package static func form(_ body: [UInt8], contentType: String) -> Form? {
        guard let boundary = parameter("boundary", of: contentType), (1...70).contains(boundary.utf8.count) else { return nil }
        let delimiter = Array("--\(boundary)".utf8)
        var form = Form()
        guard var place = body.firstRange(of: delimiter)?.upperBound else { return nil }
        for _ in 0..<mostParts {
            if body[place...].starts(with: Array("--".utf8)) { return form }
            guard body[place...].starts(with: Array("\r\n".utf8)) else { return nil }
            guard let headers = body[place...].firstRange(of: Array("\r\n\r\n".utf8)),
                let next = body[headers.upperBound...].firstRange(of: Array("\r\n".utf8) + delimiter)
            else { return nil }
            add(String(decoding: body[place..<headers.lowerBound], as: UTF8.self), body[headers.upperBound..<next.lowerBound], to: &form)
            place = next.upperBound
        }
        return nil
    }

    private static func add(_ headers: String, _ content: ArraySlice<UInt8>, to form: inout Form) {
        let lines = headers.split(whereSeparator: \.isNewline).map(String.init)
        guard let disposition = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = parameter("name", of: disposition)
        else { return }
        if let file = parameter("filename", of: disposition) {
            guard !file.isEmpty else { return }
            form.files.append(Form.File(field: name, name: file, bytes: Array(content)))
        } else {
            form.add(name, String(decoding: content, as: UTF8.self))
        }
    }

    /// `name="value"` or `name=value` after a semicolon.
    private static func parameter(_ name: String, of header: String) -> String? {
        for part in header.split(separator: ";").dropFirst() {
            let pair = part.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard pair.count == 2, pair[0].lowercased() == name else { continue }
            let value = pair[1]
            return value.first == "\"" && value.last == "\"" && value.count > 1 ? String(value.dropFirst().dropLast()) : String(value)
        }
        return nil
    }
}

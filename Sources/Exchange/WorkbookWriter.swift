import CXLSXWriter
import Foundation
import Glibc
import Ledger

/// Writes tables as a workbook (XLSX), one sheet a table, row after row: a sheet of any length takes the same memory.
///
/// Whole numbers, flags and days are cells of their kind; all else is text. The library writes into files; here they lie in the machine's
/// memory and bear no name, so that nothing of what people are told stays on a disk outside the data's folder, whenever the process dies.
final class WorkbookWriter {
    /// Tables as one workbook, a sheet each; of which copy of an export it is, the first one says.
    static func write(_ tables: [OutgoingTable]) throws(Unwritten) -> [UInt8] {
        let workbook = try WorkbookWriter(mark: tables.lazy.compactMap(\.mark).first)
        for table in tables { try workbook.sheet(table.name) { table.write(to: &$0) } }
        return try workbook.bytes()
    }

    /// Where the library keeps rows until the workbook is packed: a file system in memory, in which it unlinks each file as it opens it.
    private static let memory = "/dev/shm"

    private let file: Int32
    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private let dayFormat: UnsafeMutablePointer<lxw_format>
    private var isClosed = false
    private let mark: CopyMark?

    /// - Parameter mark: of which copy of an export it is: told in the document's properties, and above and below every printed page.
    init(mark: CopyMark? = nil) throws(Unwritten) {
        self.mark = mark
        let file = file_in_memory()
        guard file >= 0 else { throw .failed(code: UInt32(errno)) }
        let made = Self.memory.withCString { memory in
            var options = lxw_workbook_options()
            options.constant_memory = UInt8(LXW_TRUE.rawValue)
            options.tmpdir = UnsafeMutablePointer(mutating: memory)
            return workbook_new_opt("/proc/self/fd/\(file)", &options)
        }
        guard let workbook = made else {
            close(file)
            throw .failed(code: 0)
        }
        guard let dayFormat = workbook_add_format(workbook) else {
            _ = workbook_close(workbook)
            close(file)
            throw .failed(code: 0)
        }
        format_set_num_format(dayFormat, "yyyy-mm-dd")
        self.file = file
        self.workbook = workbook
        self.dayFormat = dayFormat
        if let mark { try tell(mark) }
    }

    private func tell(_ mark: CopyMark) throws(Unwritten) {
        let texts = [mark.name, mark.purpose, mark.fetcher, mark.recipient, mark.line].map { text in
            // The library takes 255 bytes for a property.
            strdup(MarkupText.escaped(text.cut(to: 255)))
        }
        defer { for text in texts { free(text) } }
        var properties = lxw_doc_properties()
        (properties.title, properties.subject, properties.author, properties.company, properties.comments) =
            (texts[0], texts[1], texts[2], texts[3], texts[4])
        let code = workbook_set_properties(workbook, &properties)
        guard code == LXW_NO_ERROR else { throw .failed(code: code.rawValue) }
    }

    deinit {
        if !isClosed { _ = workbook_close(workbook) }
        close(file)
    }

    /// Adds a sheet and lets its rows be written.
    func sheet(_ name: String, _ write: (inout WorkbookSink) -> Void) throws(Unwritten) {
        guard let worksheet = workbook_add_worksheet(workbook, name) else { throw .failed(code: 0) }
        worksheet_freeze_panes(worksheet, 1, 0)
        if let mark {
            // An ampersand begins a command there.
            let line = "&L" + mark.line.replacing("&", with: "&&").cut(to: 240)
            let code = worksheet_set_header(worksheet, line)
            guard code == LXW_NO_ERROR, worksheet_set_footer(worksheet, line) == LXW_NO_ERROR else {
                throw .failed(code: code.rawValue)
            }
        }
        var sink = WorkbookSink(worksheet, dayFormat, sheet: name)
        write(&sink)
        if let failure = sink.failure { throw failure }
    }

    /// The finished workbook.
    func bytes() throws(Unwritten) -> [UInt8] {
        isClosed = true
        let code = workbook_close(workbook)
        guard code == LXW_NO_ERROR else { throw .failed(code: code.rawValue) }
        let handle = FileHandle(fileDescriptor: file, closeOnDealloc: false)
        do {
            try handle.seek(toOffset: 0)
            return Array(try handle.readToEnd() ?? Data())
        } catch {
            throw .failed(code: UInt32(errno))
        }
    }
}

extension String {
    /// As many whole letters from its beginning as fit into so many bytes.
    fileprivate func cut(to most: Int) -> String {
        guard utf8.count > most else { return self }
        var bytes = 0
        return String(
            prefix { letter in
                bytes += letter.utf8.count
                return bytes <= most
            })
    }
}

/// One sheet of a workbook as it is written, from its first row to its last.
struct WorkbookSink: CellSink {
    private(set) var failure: Unwritten?
    private let worksheet: UnsafeMutablePointer<lxw_worksheet>
    private let dayFormat: UnsafeMutablePointer<lxw_format>
    private let sheet: String
    private var row: lxw_row_t = 0
    private var column: lxw_col_t = 0

    init(_ worksheet: UnsafeMutablePointer<lxw_worksheet>, _ dayFormat: UnsafeMutablePointer<lxw_format>, sheet: String) {
        self.worksheet = worksheet
        self.dayFormat = dayFormat
        self.sheet = sheet
    }

    mutating func cell(_ text: String) {
        guard !text.isEmpty else { return blank() }
        take(worksheet_write_string(worksheet, row, column, MarkupText.escaped(text), nil))
    }

    /// A spreadsheet's numbers are exact to fifteen digits; longer ones are text.
    mutating func cell(_ number: Int64) {
        guard number.magnitude < 1_000_000_000_000_000 else { return cell(String(number)) }
        take(worksheet_write_number(worksheet, row, column, Double(number), nil))
    }

    mutating func cell(_ flag: Bool) { take(worksheet_write_boolean(worksheet, row, column, flag ? 1 : 0, nil)) }

    mutating func cell(_ day: Day) {
        guard let serial = DaySerial.serial(of: day) else { return cell(day.description) }
        take(worksheet_write_number(worksheet, row, column, Double(serial), dayFormat))
    }

    mutating func cell(_ moment: Moment) { cell(moment.description) }
    mutating func cell(_ instant: Instant) { cell(instant.description) }
    mutating func blank() { column += 1 }

    mutating func endRow() {
        row += 1
        column = 0
    }

    private mutating func take(_ code: lxw_error) {
        column += 1
        guard code != LXW_NO_ERROR, failure == nil else { return }
        switch code {
        case LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED: failure = .textTooLong(table: sheet, row: Int(row) + 1)
        default: failure = .failed(code: code.rawValue)
        }
    }
}

/// The numbers by which spreadsheets know days.
enum DaySerial {
    /// Counted from 30 December 1899; days before March 1900 are left out, since spreadsheets believe in 29 February 1900.
    private static let origin = 25_569

    static func serial(of day: Day) -> Int? {
        let serial = Int(day.number) + origin
        return serial >= 61 && serial <= 2_958_465 ? serial : nil
    }

    static func day(of serial: Int, since1904: Bool) -> Day? {
        let serial = since1904 ? serial + 1462 : serial
        guard serial >= 1, serial <= 2_958_465, serial != 60 else { return nil }
        return Day(number: Int32(serial < 60 ? serial + 1 - origin : serial - origin))
    }
}

/// Text within a workbook, where `_x000D_` stands for what XML cannot hold.
enum MarkupText {
    static func escaped(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 && $0 != 0x0A && $0 != 0x09 || $0 == UInt8(ascii: "_") }) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        for (place, byte) in bytes.enumerated() {
            if byte < 0x20, byte != 0x0A, byte != 0x09 {
                result += Array("_x00".utf8) + [hexadecimal(byte >> 4), hexadecimal(byte & 15), UInt8(ascii: "_")]
            } else if code(in: bytes, at: place) != nil {
                result += Array("_x005F_".utf8)
            } else {
                result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
        let bytes = Array(text.utf8)
        var units: [UInt16] = []
        var result: [UInt8] = []
        var place = 0
        while place < bytes.count {
            if let unit = code(in: bytes, at: place) {
                units.append(unit)
                place += 7
                continue
            }
            result += Array(String(decoding: units, as: UTF16.self).utf8)
            units = []
            result.append(bytes[place])
            place += 1
        }
        return String(decoding: result + Array(String(decoding: units, as: UTF16.self).utf8), as: UTF8.self)
    }

    /// The unit that `_xHHHH_` at that place stands for.
    private static func code(in bytes: [UInt8], at place: Int) -> UInt16? {
        guard place + 7 <= bytes.count, bytes[place] == UInt8(ascii: "_"), bytes[place + 1] == UInt8(ascii: "x"),
            bytes[place + 6] == UInt8(ascii: "_")
        else { return nil }
        var unit: UInt16 = 0
        for byte in bytes[(place + 2)..<(place + 6)] {
            guard byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    private static func hexadecimal(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 55 + nibble }
}

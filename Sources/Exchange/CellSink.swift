package import Ledger

/// What takes the cells of a table one after another: the text of a CSV file, the sheet of a workbook.
package protocol CellSink {
    mutating func cell(_ text: String)
    mutating func cell(_ number: Int64)
    mutating func cell(_ flag: Bool)
    mutating func cell(_ day: Day)
    mutating func cell(_ moment: Moment)
    mutating func cell(_ instant: Instant)
    mutating func blank()
    mutating func endRow()
}

extension CSVWriter: CellSink {
    mutating func cell(_ flag: Bool) { cell(flag ? "true" : "false") }

    mutating func cell(_ day: Day) {
        startCell()
        write(day)
    }

    mutating func cell(_ instant: Instant) {
        startCell()
        let rest = write(clock: instant.milliseconds)
        if rest > 0 {
            bytes.append(UInt8(ascii: "."))
            write(rest, width: 3)
        }
        bytes.append(UInt8(ascii: "Z"))
    }

    mutating func cell(_ moment: Moment) {
        startCell()
        write(clock: moment.instant.milliseconds + Int64(moment.offset) * 60_000)
        bytes.append(UInt8(ascii: moment.offset < 0 ? "-" : "+"))
        write(Int(moment.offset.magnitude) / 60, width: 2)
        bytes.append(UInt8(ascii: ":"))
        write(Int(moment.offset.magnitude) % 60, width: 2)
        bytes.append(UInt8(ascii: "["))
        bytes.append(contentsOf: moment.zone.utf8)
        bytes.append(UInt8(ascii: "]"))
    }

    /// Writes a civil date and time to the second and gives the milliseconds that are left.
    @discardableResult
    private mutating func write(clock milliseconds: Int64) -> Int {
        let day = milliseconds / 86_400_000 - (milliseconds % 86_400_000 < 0 ? 1 : 0)
        let rest = Int(milliseconds - day * 86_400_000)
        write(Day(number: Int32(clamping: day)))
        bytes.append(UInt8(ascii: "T"))
        write(rest / 3_600_000, width: 2)
        bytes.append(UInt8(ascii: ":"))
        write(rest / 60_000 % 60, width: 2)
        bytes.append(UInt8(ascii: ":"))
        write(rest / 1000 % 60, width: 2)
        return rest % 1000
    }

    private mutating func write(_ day: Day) {
        let (year, month, number) = day.civil
        guard (0...9999).contains(year) else { return bytes.append(contentsOf: day.description.utf8) }
        write(year, width: 4)
        bytes.append(UInt8(ascii: "-"))
        write(month, width: 2)
        bytes.append(UInt8(ascii: "-"))
        write(number, width: 2)
    }

    private mutating func write(_ number: Int, width: Int) {
        var divisor = width == 4 ? 1000 : width == 3 ? 100 : 10
        while divisor > 0 {
            bytes.append(48 + UInt8(truncatingIfNeeded: number / divisor % 10))
            divisor /= 10
        }
    }
}

import Foundation

/// How many rows a second Python's csv module reads and writes of the same file, by its own processor time.
struct PythonTables {
    let reading: Spread
    let writing: Spread

    private static let script = """
        import csv, io, sys, time
        for run in range(3):
            begun = time.process_time()
            with open(sys.argv[1], newline='', encoding='utf-8') as file: rows = list(csv.reader(file))
            read = time.process_time()
            csv.writer(io.StringIO()).writerows(rows)
            print(len(rows) / (read - begun), len(rows) / (time.process_time() - read))
        """

    init(_ file: [UInt8]) throws {
        let scratch = try ScratchFolder()
        defer { scratch.remove() }
        let path = scratch.path("rows.csv")
        try Data(file).write(to: URL(filePath: path))
        let output = try FreshProcess.output("/usr/bin/env", ["python3", "-c", PythonTables.script, path])
        let numbers = output.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
        guard numbers.count == 6 else { throw NotMeasurable("python3 did not read the table") }
        reading = Spread(stride(from: 0, to: 6, by: 2).map { numbers[$0] })
        writing = Spread(stride(from: 1, to: 6, by: 2).map { numbers[$0] })
    }
}

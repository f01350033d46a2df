/// One line of the benchmark: what was measured, what it should be, and what it stands beside.
struct Figure {
    let measure: String
    let name: String
    let figure: String
    /// What it should be; nil for what is told as it is.
    let aim: String?
    let baseline: String
    let isReached: Bool

    init(measure: String, name: String, figure: String, aim: String, baseline: String, isReached: Bool) {
        self.measure = measure
        self.name = name
        self.figure = figure
        self.aim = aim
        self.baseline = baseline
        self.isReached = isReached
    }

    /// A figure without an aim: nobody promised that it would be this or that.
    init(told measure: String, name: String, figure: String, baseline: String) {
        self.measure = measure
        self.name = name
        self.figure = figure
        aim = nil
        self.baseline = baseline
        isReached = true
    }

    var line: String {
        let word = aim == nil ? "    " : isReached ? "pass" : "MISS"
        let wanted = aim.map { "; aim \($0)" } ?? ""
        return "\(word)  \(measure)  \(name): \(figure)\(wanted); beside it: \(baseline)"
    }
}

/// Several runs of one measurement.
struct Spread {
    let values: [Double]

    init(_ values: [Double]) { self.values = values.sorted() }

    init(runs: Int, _ run: () throws -> Double) rethrows {
        var values: [Double] = []
        for _ in 0..<runs { values.append(try run()) }
        self.init(values)
    }

    var median: Double { percentile(50) }

    func percentile(_ percent: Int) -> Double {
        values.isEmpty ? 0 : values[min(values.count - 1, values.count * percent / 100)]
    }

    /// The median, and in brackets from the least to the most.
    func text(_ unit: Unit) -> String {
        "\(unit.text(median)) (\(unit.text(values.first ?? 0)) to \(unit.text(values.last ?? 0)))"
    }
}

/// How a measurement is written down.
enum Unit {
    /// Of seconds.
    case microseconds, milliseconds, seconds
    case perSecond(String)
    /// Of bytes.
    case mebibytes
    case times

    func text(_ value: Double) -> String {
        switch self {
        case .microseconds: rounded(value * 1_000_000) + " µs"
        case .milliseconds: rounded(value * 1000) + " ms"
        case .seconds: rounded(value) + " s"
        case .perSecond(let what): "\(Int(value)) \(what)/s"
        case .mebibytes: "\(Int(value / 1_048_576)) MiB"
        case .times: rounded(value) + " ×"
        }
    }

    /// To three digits or so.
    private func rounded(_ value: Double) -> String {
        if value >= 100 { return String(Int(value.rounded())) }
        let scale: Double = value >= 10 ? 10 : 100
        return String((value * scale).rounded() / scale)
    }
}

public import Ledger

extension Address {
    /// The past day at whose end the place is looked at; nil for now, and where there is no looking back.
    public var asOf: Day? {
        switch self {
        case .list(let query), .sheet(let query, _): query.asOf
        case .record(let record): record.asOf
        case .page(let page): page.asOf
        default: nil
        }
    }

    /// The same place as it is today.
    public var today: Address {
        switch self {
        case .list(let query): .list(query.today)
        case .sheet(let query, let format): .sheet(query.today, format: format)
        case .record(let record): .record(RecordAddress(record.file, record.code))
        case .page(let page): .page(page.today)
        default: self
        }
    }
}

extension ListQuery {
    fileprivate var today: ListQuery {
        var today = self
        today.asOf = nil
        return today
    }
}

extension PageAddress {
    fileprivate var today: PageAddress {
        var today = self
        today.asOf = nil
        return today
    }
}

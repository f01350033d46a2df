import Logging

/// Writes what fails, and keeps nothing that is said of a request: what serves the house gives each a number, which the common handler
/// writes out and puts in order at once, though hardly ever a word is logged.
struct FailureLog: LogHandler {
    private var writer: StreamLogHandler

    init(label: String) { writer = StreamLogHandler.standardError(label: label) }

    var logLevel: Logger.Level {
        get { writer.logLevel }
        set { writer.logLevel = newValue }
    }

    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) { writer.log(event: event) }
}

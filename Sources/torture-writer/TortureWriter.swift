import ArgumentParser
import Foundation
import Ledger

/// The victim of `make torture`: it writes to an embedded journal until it is killed, and proves afterwards what was kept.
@main
struct TortureWriter: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "torture-writer", abstract: "Write to a journal until killed, and prove what was kept",
        subcommands: [WriteCommand.self, CheckCommand.self])
}

/// A line on standard output, handed to the system at once: what was said before a kill was said.
func say(_ line: String) { FileHandle.standardOutput.write(Data((line + "\n").utf8)) }

/// Ends the process because of the journal: 74 is what sysexits.h has for a failure of input or output.
func end(_ failure: JournalFailure) -> Never {
    FileHandle.standardError.write(Data("torture-writer: the journal failed, nothing more is written: \(failure)\n".utf8))
    exit(74)
}

func machineClock() -> Instant { Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

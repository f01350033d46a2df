// A fuzzer for whatever takes bytes from outside: `fuzz csv <options and corpora of libFuzzer>`. Built by scripts/fuzz.sh.
import ExchangeTesting
import Foundation
import Synchronization

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
    _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

guard CommandLine.argc > 1, let chosen = FuzzEntry(rawValue: CommandLine.arguments[1]) else {
    FileHandle.standardError.write(Data("fuzz: name one of \(FuzzEntry.allCases.map(\.rawValue).joined(separator: ", "))\n".utf8))
    exit(2)
}
chosenEntry.withLock { $0 = chosen }

// The driver takes what follows the target's name for its own arguments.
private var count = CommandLine.argc - 1
private var arguments = CommandLine.unsafeArgv + 1
exit(
    runFuzzer(&count, &arguments) { bytes, count in
        chosenEntry.withLock { $0 }.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
        return 0
    })

import ExchangeTesting
import Foundation
import Testing

@Suite struct `What the fuzzer has found` {
    @Test(arguments: FuzzEntry.allCases)
    func `every input of the corpus is taken without harm`(entry: FuzzEntry) throws {
        let corpus = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(
            path: "Corpus/\(entry.rawValue)")
        let files = try FileManager.default.contentsOfDirectory(at: corpus, includingPropertiesForKeys: nil)
        #expect(!files.isEmpty)
        for file in files { entry.run(Array(try Data(contentsOf: file))) }
    }
}

import Integrity
import Testing

@Suite struct `The records of an export` {
    @Test(arguments: [("1", [1]), ("1-3,5", [1, 2, 3, 5]), ("7,9-10", [7, 9, 10])] as [(String, [UInt32])])
    func `are written as ranges and read back`(text: String, numbers: [UInt32]) {
        #expect(NumberRanges(text)?.numbers == numbers)
        #expect(NumberRanges(numbers.reversed()).text == text)
    }

    @Test(arguments: ["", "0", "3-1", "1,1", "2,1", "1-", "a", "1-2-3", "1,,2", "1-4294967295", "-1"])
    func `are not read from what is no such list`(text: String) {
        #expect(NumberRanges(text) == nil)
    }
}

import Health
import Ledger
import Testing

@Suite struct `A medical case` {
    @Test func `is restricted from the start`() {
        #expect(MedicalCase().heading.classification == .restricted)
    }

    @Test func `is sealed under its patient's key, and only the health desk sees what it says`() {
        let record = MedicalCase("C1") { $0.patient = ID(7) }
        #expect(MedicalCase.dataSubject(of: record) == 7)
        let personal = MedicalCase.fields.all.filter(\.isPersonal)
        #expect(personal.map(\.name) == ["syndrome", "complaint", "treatment"])
        #expect(personal.allSatisfy { $0.processing?.seenBy == ["HLT"] })
    }
}

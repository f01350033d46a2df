import Furniture
package import Mounting
import Programme

/// The room as the house mounts it.
package let programmeRoom = Room(
    "Programme", desks: ["PRG"], kinds: programmeKinds, rules: programmeRules, acts: programmeActs, refusals: [ProgrammeRefusal.self],
    pages: [
        PageMount(ProgrammeModel.self, title: "page.programme", key: "p"),
        PageMount(CalendarModel.self, name: "programme.calendar", isForPrograms: true),
    ])

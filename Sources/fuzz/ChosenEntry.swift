import ExchangeTesting
import Synchronization

/// What is fuzzed: chosen once from the arguments. The driver calls back a C function, which can carry nothing with it.
let chosenEntry = Mutex(FuzzEntry.csv)

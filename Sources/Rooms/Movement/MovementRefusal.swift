import Rulebook

/// Why the acts of this room are refused.
package enum MovementRefusal: String, RefusalCode {
    case tripAlreadyDispatched = "trip_already_dispatched"
    case tripAlreadyArrived = "trip_already_arrived"
    case tripCancelled = "trip_cancelled"
    case tripNotCancelled = "trip_not_cancelled"
    case tripEndsBeforeItBegins = "trip_ends_before_it_begins"
    case tripWithoutVehicle = "trip_without_vehicle"
    case convoyAlreadyAdmitted = "convoy_already_admitted"
    case convoyWithoutTrip = "convoy_without_trip"
}

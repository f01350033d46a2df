import Ledger
package import Rulebook

/// What this room can measure.
package let communicationsMeasures: [Quantity] = [mediaItemsPublished]

private let mediaItemsPublished = Quantity("media_items_published") { see in
    Share(of: see.all(MediaItem.self)) { item in item.published.map { see.hasCome($0.instant) } ?? false }
}

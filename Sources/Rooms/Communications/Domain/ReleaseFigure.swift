package import Ledger

/// A figure as a press release states it, as of a moment.
package struct ReleaseFigure: Entity {
    package static let slot = 154
    package static let code = "release_figure"
    package static let file = "release_figures"
    package static let fields = Fields<ReleaseFigure>(
        Field("release", \.release, .required),
        Field("figure", \.figure, .required),
        Field("qualifier", \.qualifier),
        Field("value", \.value, .required),
        Field("as_of", \.asOf),
        Field("why_differs", \.whyDiffers))
    package static let indexes = [byRelease, byFigure]
    package static let byRelease = Index<ReleaseFigure>(0) { $0.release }
    package static let byFigure = Index<ReleaseFigure>(1) { $0.figure }

    package var heading = Heading<ReleaseFigure>()
    package var release: ID<PressRelease>?
    package var figure: ID<Figure>?
    package var qualifier = Qualifier.blank
    package var value = 0
    /// The moment at which the query was asked.
    package var asOf: Moment?
    /// Why it does not agree with what was said before; stands in the release.
    package var whyDiffers = ""

    package init() {}
}

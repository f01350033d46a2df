package import Addresses
package import Ledger
import Phrases
import Rulebook

/// One page: its title and what stands in it.
package struct Page: Sendable {
    package let title: String
    package let content: @Sendable (inout HTML) -> Void
    /// Whether the page fills the screen without the frame, as a wall wants it.
    package let isBare: Bool
    /// Whether the page shows itself anew when the ceremony changes. A page on which somebody types does not.
    package let isLive: Bool
    /// The names of what it loads beside what every page does: see ``PageAsset``.
    package let assets: [String]
    /// Where it says of itself how it is installed as an application; nil for a page that is not.
    package let manifest: Address?

    package init(
        _ title: String, isBare: Bool = false, isLive: Bool = true, assets: [String] = [], manifest: Address? = nil,
        _ content: @escaping @Sendable (inout HTML) -> Void
    ) {
        self.title = title
        self.content = content
        self.isBare = isBare
        self.isLive = isLive
        self.assets = assets
        self.manifest = manifest
    }
}

/// The frame around every page: the desks at the left; at the top the ceremony's clock, search, the language and who reads.
package struct Frame: Sendable {
    /// A desk in the frame with the kinds whose records it keeps.
    package struct MenuRoom: Sendable {
        package let code: String
        package let kinds: [Kind]
        /// The desks that keep them, by their codes.
        package let desks: [String]
        package init(_ code: String, _ kinds: [Kind], desks: [String]) {
            self.code = code
            self.kinds = kinds
            self.desks = desks
        }
    }

    private let reader: Reader
    /// What the page has looked at; nil where that is not noted.
    private let reads: Reads?
    /// The ceremony's first day; nil where it is not known yet.
    private let opens: Day?
    private let menu: [MenuEntry]
    private let desks: [MenuRoom]
    /// Names of the files that every page loads; their content stands in the name, so that they may be kept for ever.
    private let styles: [String]
    private let scripts: [String]
    /// Under which names lies what single pages load, by the names by which they ask for it.
    private let assets: [String: String]
    private let icon: String

    package init(
        _ reader: Reader, opens: Day?, menu: [MenuEntry], desks: [MenuRoom], styles: [String], scripts: [String],
        assets: [String: String] = [:],
        icon: String
    ) {
        reads = reader.picture.reads
        // What the frame itself looks at is the same around every page.
        self.reader = reader.unnoted
        self.opens = opens
        self.menu = menu.filter { $0.isShown(to: reader) }
        self.desks = desks
        self.styles = styles
        self.scripts = scripts
        self.assets = assets
        self.icon = icon
    }

    package func document(of page: Page) -> HTML {
        HTML.document { html in
            html.element(.html, [.lang(reader.phrases.language.rawValue), .direction(reader.phrases("convention.direction"))]) { html in
                head(page, &html)
                html.element(.body, page.isBare ? [.class("bare")] : []) { html in
                    guard !page.isBare else {
                        return html.element(.main, [.id("main")]) { html in
                            warning(&html)
                            live(page, &html)
                        }
                    }
                    html.element(.a, [.class("skip"), .jump("main")], reader.phrases("page.skip"))
                    top(&html)
                    if reader.isSignedIn { navigation(&html) }
                    html.element(.main, [.id("main")]) { html in
                        html.element(.h1, [.id("title")], page.title)
                        warning(&html)
                        live(page, &html)
                    }
                }
            }
        }
    }

    /// That the record is not whole, where it was found so.
    private func warning(_ html: inout HTML) {
        guard reader.isSignedIn, reader.damage > 0 else { return }
        html.element(.p, [.class("errors"), .role("alert")], reader.phrases("proof.damaged", [Fact("count", reader.damage)]))
    }

    /// The page's content, which asks for itself again when something changes at which it has looked. Looking back, nothing changes.
    private func live(_ page: Page, _ html: inout HTML) {
        guard page.isLive, reader.isSignedIn, reader.asOf == nil else { return page.content(&html) }
        // Only who has written all of it knows at what it has looked.
        let content = HTML.part(page.content)
        html.element(.div, [.class("feed"), .feed(.feed(after: reader.sequence))]) { html in
            html.element(.p, [.class("note stale-note"), .role("status")], reader.phrases("page.stale"))
            html.element(.p, [.class("note changed-note"), .role("status")], reader.phrases("page.changed"))
            html.element(
                .div,
                [
                    .id("live"), .hxGet(reader.address), .renews(Renewal(reads, for: reader)),
                    // Nobody touches a wall: it asks each minute too, so that its clock runs and its session is not taken for idle.
                    .hxTrigger(page.isBare ? "changed, every 60s" : "changed"), .hxSelect("#live"), .hxSwap("outerHTML"),
                ] + (page.isBare ? [] : [.hxSelectOOB("#title, #clock")])
            ) { $0.append(content) }
        }
    }

    private func head(_ page: Page, _ html: inout HTML) {
        html.element(.head) { html in
            html.void(.meta, [.charset("utf-8")])
            html.void(.meta, [.name("viewport"), .content("width=device-width, initial-scale=1")])
            html.void(.meta, [.name("color-scheme"), .content("light dark")])
            // Nothing is written into the page by a script but what the house wrote: no styles, no code out of attributes.
            html.void(
                .meta, [.name("htmx-config"), .content(#"{"includeIndicatorStyles":false,"allowEval":false,"selfRequestsOnly":true}"#)])
            html.element(.title, "\(page.title.isolated) · \(reader.phrases("page.name"))")
            html.void(.link, [.rel("icon"), .href(.asset(icon))])
            if let manifest = page.manifest { html.void(.link, [.rel("manifest"), .href(manifest)]) }
            let own = page.assets.compactMap { assets[$0] }
            for style in styles + own.filter({ $0.hasSuffix(".css") }) { html.void(.link, [.rel("stylesheet"), .href(.asset(style))]) }
            for script in scripts + own.filter({ $0.hasSuffix(".js") }) { html.element(.script, [.source(script), .deferred], "") }
        }
    }

    private func top(_ html: inout HTML) {
        html.element(.header, [.class("top")]) { html in
            html.element(.a, [.class("name"), .href(.readiness)], reader.phrases("page.name"))
            html.element(.p, [.class("clock"), .id("clock")]) { html in
                if let opens {
                    html.element(.span, [.class("heard")], reader.phrases("readiness.until", [Fact("day", opens)]))
                    html.element(.strong, " \(Countdown(to: opens, for: reader).figure) ")
                }
                html.element(.time, [.datetime(reader.moment)], reader.phrases.moment(reader.moment))
                html.text(" ")
                // On which clock the visitor lives is known to their browser alone: the page's script fills it in.
                html.element(.span, [.class("own-time"), .words(reader.phrases("page.own_time"))], "")
                if let asOf = reader.asOf {
                    html.text(" ")
                    html.element(.strong, reader.phrases("page.as_of", [.init("day", asOf)]))
                    html.text(" ")
                    html.element(.a, [.href(reader.address.today)], reader.phrases("page.now"))
                }
                if reader.runsApart {
                    html.text(" ")
                    html.element(.span, [.class("apart")], reader.phrases("page.runs_apart"))
                }
            }
            guard reader.isSignedIn else { return languages(&html) }
            html.element(.form, [.class("search"), .role("search"), .action(.search("")), .method(.get)]) { html in
                html.element(.label, [.for("search"), .class("heard")], reader.phrases("page.search"))
                html.void(.input, [.type("search"), .id("search"), .name("q"), .autocomplete("off"), .key("/")])
                html.element(.button, [.type("submit")], reader.phrases("page.find"))
            }
            languages(&html)
            html.element(.form, [.class("who"), .action(.signOut), .method(.post)]) { html in
                token(reader, &html)
                html.element(.a, [.href(.credentials)]) { $0.element(.bdi, reader.name) }
                html.element(.button, [.type("submit"), .class("plain")], reader.phrases("page.sign_out"))
            }
        }
    }

    private func languages(_ html: inout HTML) {
        html.element(.form, [.class("languages"), .action(.language), .method(.post)]) { html in
            token(reader, &html)
            html.void(.input, [.type("hidden"), .name("back"), .value((reader.address.isPage ? reader.address : .readiness).text)])
            for phrases in reader.languages {
                let language = phrases.language
                let isChosen = language == reader.phrases.language
                html.element(
                    .button,
                    [
                        .type("submit"), .class("plain"), .name("language"), .value(language.rawValue), .lang(language.rawValue),
                        .aria(.pressed, isChosen ? "true" : "false"),
                    ], phrases("convention.name"))
            }
        }
    }

    private func navigation(_ html: inout HTML) {
        html.element(.nav, [.class("desks"), .aria(.label, reader.phrases("page.desks"))]) { html in
            html.element(.ul) { html in
                for desk in ownDesks { link(to: Address(DeskPath(desk)), reader.phrases("desk.\(desk)"), nil, &html) }
                for entry in menu { link(to: entry.address, reader.phrases(entry.title), entry.key, &html) }
            }
            html.element(.details, [.class("records"), .open]) { html in
                html.element(.summary, reader.phrases("page.records"))
                for desk in desks {
                    let kinds = desk.kinds.filter {
                        reader.sight.sees($0) && (reader.sight.seesAny(of: reader.picture[slot: $0.slot]) || reader.sight.changes($0))
                    }
                    if !kinds.isEmpty { group(desk, kinds, &html) }
                }
            }
        }
    }

    /// The desks at which the reader works, in the order of the house.
    private var ownDesks: [String] {
        var seen: Set<String> = []
        return desks.flatMap(\.desks).filter { reader.sight.desks.contains($0) && seen.insert($0).inserted }
    }

    private func group(_ desk: MenuRoom, _ kinds: [Kind], _ html: inout HTML) {
        let files = Set(kinds.map(\.file))
        let isHere = reader.address.file.map(files.contains) ?? false
        html.element(.details, isHere ? [.open] : []) { html in
            html.element(.summary, reader.phrases("room.\(desk.code)"))
            html.element(.ul) { html in
                for kind in kinds { link(to: .list(ListQuery(kind.file)), reader.phrases("kind.\(kind.code).many"), nil, &html) }
            }
        }
    }

    private func link(to address: Address, _ text: String, _ key: String?, _ html: inout HTML) {
        html.element(.li) { html in
            let isHere = address == reader.address || address.file != nil && address.file == reader.address.file
            let keys: [Attribute] = key.map { [.key("g \($0)")] } ?? []
            html.element(.a, [.href(address)] + keys + (isHere ? [.aria(.current, address == reader.address ? "page" : "true")] : []), text)
        }
    }
}

/// What every form sends back, lest another site send it in the visitor's name.
package func token(_ reader: Reader, _ html: inout HTML) {
    html.void(.input, [.type("hidden"), .name("token"), .value(reader.formToken)])
}

extension Address {
    /// The file of the kind that the address is about.
    fileprivate var file: String? {
        switch self {
        case .list(let query): query.file
        case .record(let record): record.file
        default: nil
        }
    }
}

import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdCore
import NIOCore
import ServiceLifecycle

/// What a request knows besides itself: from where it came.
struct VisitContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The network address of who connected: of the proxy, where one stands before the house.
    let peer: String
    /// The connection, or the stream of one.
    let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress?.ipAddress ?? ""
        channel = source.channel
    }
}

/// Takes visits out of HTTP and gives answers back to it. Nothing is decided here but what is no visit at all.
struct ServedHouse: HTTPResponder {
    private let desk: FrontDesk
    private let doorkeeper: Doorkeeper
    /// The names by which the house is asked for; a request for any other gets nothing, so that no link is made with a foreign name.
    private let names: Set<String>
    /// Whether what comes between has the visitor's address in `X-Forwarded-For`.
    private let isBehindProxy: Bool
    private let luggage = Luggage()

    /// Bytes of what somebody may send who has not signed in: their name, their password, and some to spare.
    private static let longestOfStrangers = 64 << 10
    /// Bytes of a form. Lists to import are larger, but are sent to an address of their own.
    private static let longestForm = 1 << 20
    private static let longestSheet = 16 << 20

    init(_ desk: FrontDesk, _ doorkeeper: Doorkeeper, names: Set<String>, isBehindProxy: Bool) {
        self.desk = desk
        self.doorkeeper = doorkeeper
        self.names = names
        self.isBehindProxy = isBehindProxy
    }

    func respond(to request: Request, context: VisitContext) async throws -> Response {
        // Whoever asks and takes back at once (CVE-2023-44487) costs no page.
        guard context.channel.isActive else { return Self.bare(.badRequest) }
        guard let host = request.head.authority.flatMap(HostName.init) else { return Self.bare(.badRequest) }
        guard names.contains(host.name) else { return Self.bare(.misdirectedRequest) }
        guard let method = Visit.Method(rawValue: request.method.rawValue) else { return Self.bare(.methodNotAllowed) }
        let proof = Self.token(request.headers[.authorization])
        let session = request.cookies[Self.session]?.value
        let isKnown = await recognises(session, proof?.token, context)
        let visit = Visit(
            method, request.uri.string, session: session, browser: request.cookies[Self.browser]?.value,
            language: request.cookies[Self.language]?.value ?? Self.asked(request.headers[.acceptLanguage]),
            origin: request.headers[Self.fetchSite] ?? Self.site(of: request, host: host), peer: peer(of: request, context),
            bearer: proof?.token, user: proof?.user, formToken: request.headers[Self.formToken],
            isAutomatic: request.headers[Self.automatic] != nil,
            lastEvent: request.headers[Self.lastEvent].flatMap { Int($0) })
        if method == .post { return try await respond(to: visit, with: request, isKnown: isKnown) }
        let answer = await desk.answer(visit)
        guard let feed = answer.feed else { return response(answer, isHead: method == .head) }
        return Self.stream(feed, of: request)
    }

    /// Reads what is sent where there is room for it, and answers.
    private func respond(to visit: Visit, with request: Request, isKnown: Bool) async throws -> Response {
        let isMuch = await desk.takesMuch(at: request.uri.path, session: visit.session, bearer: visit.bearer)
        let attached = await desk.mostAttached(at: request.uri.path, session: visit.session, bearer: visit.bearer)
        let limit = isMuch ? Self.longestSheet : attached ?? (isKnown ? Self.longestForm : Self.longestOfStrangers)
        let told = request.headers[.contentLength].flatMap { Int($0) }
        guard told ?? 0 <= limit else { return Self.bare(.contentTooLarge) }
        let sender = await desk.sender(session: visit.session, bearer: visit.bearer, peer: visit.peer)
        let answered = try await luggage.carry(told ?? limit, of: sender) {
            let bytes: ByteBuffer
            do { bytes = try await request.body.collect(upTo: limit) } catch is NIOTooManyBytesError {
                return Self.bare(.contentTooLarge)
            } catch {
                // Cut short: half a form is none.
                return Self.bare(.badRequest)
            }
            guard let full = Self.filled(visit, with: bytes, of: request.headers[.contentType] ?? "") else { return Self.bare(.badRequest) }
            return response(await desk.answer(full), isHead: false)
        }
        if let answered { return answered }
        return response(await desk.turnAway(visit), isHead: false)
    }

    /// A visit with what was sent; nil where that is not what its header says.
    private static func filled(_ visit: Visit, with bytes: ByteBuffer, of kind: String) -> Visit? {
        if kind.hasPrefix("application/x-www-form-urlencoded") { return visit.bringing(Form(encoded: String(buffer: bytes))) }
        guard kind.hasPrefix("multipart/form-data") else { return visit.bringing(Form(), body: Array(bytes.readableBytesView)) }
        return Multipart.form(Array(bytes.readableBytesView), contentType: kind).map { visit.bringing($0) }
    }

    /// Whether somebody asks who has signed in, or their program. Their connection is the last to make room for others.
    private func recognises(_ session: String?, _ token: String?, _ context: VisitContext) async -> Bool {
        if doorkeeper.isKnown(context.channel) { return true }
        guard await desk.recognises(session: session, bearer: token) else { return false }
        doorkeeper.recognise(context.channel)
        return true
    }

    /// Where a form comes from, as browsers say that do not yet say it in a word.
    private static func site(of request: Request, host: HostName) -> String? {
        request.headers[.origin].map { host.isOrigin($0) ? "same-origin" : "cross-site" }
    }

    private func peer(of request: Request, _ context: VisitContext) -> String {
        guard isBehindProxy, let chain = request.headers[Self.forwarded] else { return context.peer }
        // The last one was written by the proxy itself; what stands before it anybody may have sent.
        return chain.split(separator: ",").last.map { $0.trimmingCharacters(in: .whitespaces) } ?? context.peer
    }

    private func response(_ answer: Answer, isHead: Bool) -> Response {
        var headers = Self.guards
        if answer.isForeign { headers[Self.policy] = "default-src 'none'; frame-ancestors 'none'; sandbox" }
        headers[.contentType] = answer.content.rawValue
        headers[.cacheControl] = answer.isLasting ? "public, max-age=31536000, immutable" : "no-store"
        if let location = answer.location { headers[.location] = location }
        if answer.asksForPassword { headers[.wwwAuthenticate] = "Basic realm=\"Chancery\", charset=\"UTF-8\"" }
        if let name = answer.fileName { headers[.contentDisposition] = "attachment; filename=\"\(name)\"" }
        headers[values: .setCookie] = [answer.cookie.map(Self.written), answer.browser.map(Self.lasting)].compactMap { $0 }
        headers[.contentLength] = String(answer.buffer.readableBytes)
        let body = isHead ? ResponseBody() : ResponseBody(byteBuffer: answer.buffer)
        return Response(status: .init(code: answer.status.rawValue), headers: headers, body: body)
    }

    /// An answer that goes on: it ends when its reader leaves, when the feed is closed, or when the house stops.
    private static func stream(_ feed: Answer.Feed, of request: Request) -> Response {
        var headers = guards
        headers[.contentType] = "text/event-stream"
        headers[.cacheControl] = "no-store"
        headers[HTTPField.Name("X-Accel-Buffering") ?? .cacheControl] = "no"
        return Response(
            status: .ok, headers: headers,
            body: .init { writer in
                do {
                    try await request.body.consumeWithCancellationOnInboundClose { _ in
                        for await event in feed.events.cancelOnGracefulShutdown() { try await writer.write(ByteBuffer(bytes: event.bytes)) }
                    }
                } catch {
                    await feed.leave()
                    throw error
                }
                await feed.leave()
                try await writer.finish(nil)
            })
    }

    private static func bare(_ status: HTTPResponse.Status) -> Response { Response(status: status, headers: guards) }

    private static let session = "__Host-session"
    private static let language = "__Host-language"
    private static let browser = "__Host-device"
    private static let policy = name("Content-Security-Policy")
    private static let fetchSite = name("Sec-Fetch-Site")
    private static let automatic = name("HX-Request")
    private static let lastEvent = name("Last-Event-ID")
    private static let formToken = name("X-Form-Token")
    private static let forwarded = name("X-Forwarded-For")

    /// What every answer says about itself, so that a page can only be what the house wrote.
    private static let guards: HTTPFields = [
        policy:
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
            + "manifest-src 'self'; worker-src 'self'; base-uri 'none'; frame-ancestors 'none'",
        name("X-Content-Type-Options"): "nosniff",
        name("X-Frame-Options"): "DENY",
        name("Referrer-Policy"): "same-origin",
        name("Strict-Transport-Security"): "max-age=31536000; includeSubDomains",
        name("Cross-Origin-Opener-Policy"): "same-origin",
        name("Cross-Origin-Resource-Policy"): "same-origin",
        name("Permissions-Policy"): "camera=(), microphone=(), geolocation=()",
    ]

    /// The names that we write are spelled as headers are: the other branch is never taken.
    private static func name(_ spelled: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(spelled) else { preconditionFailure("\(spelled) is no name of a header") }
        return name
    }

    private static func written(_ cookie: Answer.Cookie) -> String {
        switch cookie {
        case .session(let token): "\(session)=\(token); Path=/; Secure; HttpOnly; SameSite=Lax"
        case .noSession: "\(session)=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0"
        case .language(let code): "\(language)=\(code); Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=31536000"
        }
    }

    /// As long as browsers keep anything: 400 days.
    private static func lasting(_ token: String) -> String {
        "\(browser)=\(token); Path=/; Secure; HttpOnly; SameSite=Strict; Max-Age=34560000"
    }

    /// The first language that a browser asks for: `vi-VN,vi;q=0.9` asks for `vi`.
    private static func asked(_ header: String?) -> String {
        header?.split(whereSeparator: { ",;-".contains($0) }).first.map { $0.trimmingCharacters(in: .whitespaces).lowercased() } ?? ""
    }

    /// A token as programs send it: alone, or as a password beside the account's name (RFC 6750 and 7617).
    private static func token(_ header: String?) -> (token: String, user: String?)? {
        guard let words = header?.split(separator: " ", maxSplits: 1), words.count == 2 else { return nil }
        switch words[0].lowercased() {
        case "bearer": return (String(words[1]), nil)
        case "basic":
            guard
                let pair = Data(base64Encoded: String(words[1])).flatMap({ String(data: $0, encoding: .utf8) })?
                    .split(separator: ":", maxSplits: 1), pair.count == 2
            else { return nil }
            return (String(pair[1]), String(pair[0]))
        default: return nil
        }
    }
}

import Addresses
import Furniture

/// Lists that an account keeps under a name.
extension FrontDesk {
    /// Keeps a list under a name, or lets it go.
    func keepView(_ sent: Form, _ visitor: Visitor) async throws -> Answer {
        guard let owner = visitor.account, let name = sent["name"]?.trimmed, !name.isEmpty else { return .seeOther(.readiness) }
        if sent["act"] == "drop" {
            try await credentials.drop(name, of: owner)
            return .seeOther(.credentials)
        }
        guard let text = sent["address"], let address = Address(text), case .list = address else { return .seeOther(.readiness) }
        try await credentials.keep(String(name.prefix(80)), address.text, for: owner)
        return .seeOther(address)
    }

    /// The visitor's kept lists of a kind; nil where they can keep none, having no account.
    func keptLists(of file: String, _ visitor: Visitor) async -> [(name: String, query: ListQuery)]? {
        guard let account = visitor.account else { return nil }
        return ((try? await credentials.views(of: account)) ?? []).compactMap { view in
            guard case .list(let query)? = Address(view.address), query.file == file else { return nil }
            return (view.name, query)
        }
    }
}

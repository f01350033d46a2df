import Ledger

/// What a body may decide by itself, and what an escalation therefore asks for (thẩm quyền).
package enum Competence: String, Choice {
    case unstated, programme, `protocol`, security, health, finance, personnel, communications, foreignAffairs = "foreign_affairs"
    case treaty, cyber
}

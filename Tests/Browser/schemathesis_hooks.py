"""How schemathesis sends what is neither JSON nor text: a pack's bytes as they are."""

import schemathesis


@schemathesis.serializer("application/zip", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
def pack(_context, value):
    return {"data": value if isinstance(value, bytes) else str(value).encode()}

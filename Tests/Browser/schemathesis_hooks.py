"""How schemathesis sends what is neither JSON nor text: a pack's bytes as they are."""

import schemathesis


@schemathesis.serializer("application/zip")
def pack(_context, value):
    return {"data": value if isinstance(value, bytes) else str(value).encode()}

#!/usr/bin/env bash
# Builds, loads the Hanoi ceremony as it stood on 14 October 2025, and serves it.
set -euo pipefail
data="$1"
port="$2"
chancery=.build/release/chancery

swift build -c release --product chancery
# What is there already is known again and changes nothing. What had not happened by then is left out: the house is served as of
# the morning on which there is most to see, and what its users do next is theirs.
"$chancery" import Examples/Hanoi2025 --data "$data" --until 2025-10-14T01:00:00Z
cat <<EOF

  $chancery check --data $data      what is wrong, desk by desk
  $chancery --help
EOF
exec "$chancery" serve --data "$data" --port "$port" --invite DEMO --invite DEMO-SECOND

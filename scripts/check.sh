#!/usr/bin/env bash
# Builds, loads the whole Hanoi ceremony to the end, and prints its check on the day where there is most to see.
set -euo pipefail
data="$1"
chancery=.build/release/chancery

swift build -c release --product chancery
"$chancery" import Examples/Hanoi2025 --data "$data"
"$chancery" check --data "$data" --as-of 2025-10-14 || [ $? -eq 1 ]
cat <<EOF

Next / Tiếp theo:
  $chancery check --data $data                          the whole pack, at its newest fact
  $chancery check --data $data --as-of 2025-10-14 --all every slip of that day
  $chancery figures --data $data --as-of 2025-10-26     announced beside computed figures
  $chancery history delegation/VNM --data $data         who changed what, and why
  $chancery verify --data $data                         prove the journal whole
  $chancery --help
EOF

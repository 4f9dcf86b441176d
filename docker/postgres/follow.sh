#!/bin/sh
# A replica: copies the primary the first time, then streams from it. PGHOST, PGUSER and PGPASSWORD name the primary.
set -eu
if [ ! -s "$PGDATA/PG_VERSION" ]; then
  # A copy that was broken off is begun anew.
  rm -rf "$PGDATA.new"
  mkdir -p "$(dirname "$PGDATA")"
  pg_basebackup --pgdata="$PGDATA.new" --wal-method=stream --checkpoint=fast --write-recovery-conf
  rm -rf "$PGDATA"
  mv "$PGDATA.new" "$PGDATA"
fi
exec postgres -c hot_standby_feedback=on "$@"

#!/bin/sh
# Run once, when the database is made: lets a replica of the same network stream, which the image does not by itself.
set -eu
echo "host replication $POSTGRES_USER samenet scram-sha-256" >> "$PGDATA/pg_hba.conf"

#!/bin/sh
# Runs once, when the database is made: the log-ins of api and worker, and of the sealer. What they may do, the migrations
# grant to their roles.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$APP_PASSWORD" --set sealing="$SEALER_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role shuangshen_app nologin;
create role shuangshen login password :'password' in role shuangshen_app;
create role shuangshen_sealer nologin;
create role shuangshen_seals login password :'sealing' in role shuangshen_sealer;
SQL

#!/bin/sh
# Runs once, when the database is made: the log-in of api and worker. What it may do, the migrations grant to its role.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$APP_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role shuangshen_app nologin;
create role shuangshen login password :'password' in role shuangshen_app;
SQL

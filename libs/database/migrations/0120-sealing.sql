-- What the sealer publishes: the tree over the log in tiles, and signed heads of it. The sealer proves that the log is what it
-- was when it was sealed; nothing here decides anything, and its key is nowhere in the database.
create schema audit;

-- The role of the sealer alone. It reads the order and the exact bytes of envelopes, never a payload.
do $$ begin
  if not exists (select from pg_roles where rolname = 'shuangshen_sealer') then
    create role shuangshen_sealer nologin;
  end if;
exception when duplicate_object or unique_violation then null; -- another database of the cluster was quicker
end $$;

-- Who seals. Whoever takes the lease gets the next epoch, and with an older one nothing can be written any more: a sealer that
-- was stopped and comes back is fenced by the statement itself.
create table audit.lease (
  one boolean primary key default true check (one),
  epoch bigint not null default 0,
  holder text not null default '',
  until timestamptz not null default '-infinity'
);
insert into audit.lease default values;

-- Hashes of the tree by C2SP tlog-tiles: level 0 holds leaf hashes, each other one the roots of full tiles below. A tile at the
-- right edge grows until it has 256 hashes; none of them ever changes.
create table audit.tile (
  level smallint not null check (level between 0 and 7),
  n bigint not null check (n >= 0),
  hashes bytea not null check (length(hashes) between 32 and 8192 and length(hashes) % 32 = 0),
  primary key (level, n)
);
-- Hashes cannot be compressed; in the row itself they would not fit.
alter table audit.tile alter column hashes set storage external;

-- Signed heads (C2SP tlog-checkpoint) with the cosignatures of witnesses, in order of size.
create table audit.checkpoint (
  size bigint primary key check (size > 0),
  root bytea not null check (length(root) = 32),
  note text not null check (length(note) <= 100000),
  signed_at timestamptz not null default now(),
  epoch bigint not null
);

-- What the sealer says of itself, for health and for people; nothing is derived from it.
create table audit.sealer_state (
  one boolean primary key default true check (one),
  state jsonb not null,
  reported_at timestamptz not null
);

create function audit.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'what was sealed stays: % on %.% is refused', tg_op, tg_table_schema, tg_table_name
    using errcode = 'insufficient_privilege';
end $$;

create function audit.only_grow() returns trigger language plpgsql as $$
begin
  if new.level <> old.level or new.n <> old.n
     or length(new.hashes) <= length(old.hashes) or substr(new.hashes, 1, length(old.hashes)) <> old.hashes then
    raise exception 'tile %/% says something else than what was sealed', old.level, old.n
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create function audit.only_forward() returns trigger language plpgsql as $$
begin
  if exists (select from audit.checkpoint c where c.size >= new.size or c.epoch > new.epoch) then
    raise exception 'a checkpoint of size % is not the next one', new.size
      using errcode = 'integrity_constraint_violation';
  end if;
  return new;
end $$;

create trigger append_only before update or delete or truncate on audit.checkpoint
  for each statement execute function audit.refuse_change();
create trigger only_forward before insert on audit.checkpoint for each row execute function audit.only_forward();
create trigger append_only before delete or truncate on audit.tile
  for each statement execute function audit.refuse_change();
create trigger only_grow before update on audit.tile for each row execute function audit.only_grow();
alter table audit.checkpoint enable always trigger append_only;
alter table audit.checkpoint enable always trigger only_forward;
alter table audit.tile enable always trigger append_only;
alter table audit.tile enable always trigger only_grow;

-- The lease for so many seconds, when nobody else holds it; null otherwise. Each taking is a new epoch.
create function audit.take_lease(by text, seconds integer) returns bigint
  language sql security definer set search_path = audit, pg_temp as $$
  update audit.lease
     set epoch = epoch + 1, holder = by, until = clock_timestamp() + make_interval(secs => seconds)
   where until <= clock_timestamp() or holder = by
  returning epoch
$$;

-- Keeps it, as long as nobody has taken it meanwhile; null when somebody has.
create function audit.keep_lease(under bigint, seconds integer) returns bigint
  language sql security definer set search_path = audit, pg_temp as $$
  update audit.lease set until = clock_timestamp() + make_interval(secs => seconds)
   where epoch = under
  returning epoch
$$;

-- Gives it back, so that the next one need not wait.
create function audit.leave_lease(under bigint) returns void
  language sql security definer set search_path = audit, pg_temp as $$
  update audit.lease set until = '-infinity' where epoch = under
$$;

-- Each of the three writes checks the epoch in its own statement, and holds the lease's row against a taking until it is
-- committed. They answer the number of rows; 0 to a stale epoch.
create function audit.store_tiles(under bigint, levels smallint[], numbers bigint[], contents bytea[]) returns bigint
  language sql security definer set search_path = audit, pg_temp as $$
  with held as (select from audit.lease where epoch = under and until > clock_timestamp() for share),
  stored as (
    insert into audit.tile (level, n, hashes)
      select t.level, t.n, t.hashes from unnest(levels, numbers, contents) as t(level, n, hashes), held
    on conflict (level, n) do update set hashes = excluded.hashes where length(excluded.hashes) > length(tile.hashes)
  )
  select count(*) from held
$$;

create function audit.publish(under bigint, of_size bigint, of_root bytea, signed text) returns bigint
  language sql security definer set search_path = audit, pg_temp as $$
  with held as (select epoch from audit.lease where epoch = under and until > clock_timestamp() for share),
  published as (
    insert into audit.checkpoint (size, root, note, epoch) select of_size, of_root, signed, epoch from held
  )
  select count(*) from held
$$;

create function audit.report(under bigint, said jsonb) returns bigint
  language sql security definer set search_path = audit, pg_temp as $$
  with held as (select from audit.lease where epoch = under and until > clock_timestamp() for share),
  told as (
    insert into audit.sealer_state (state, reported_at) select said, clock_timestamp() from held
    on conflict (one) do update set state = excluded.state, reported_at = excluded.reported_at
  )
  select count(*) from held
$$;

revoke all on all functions in schema audit from public;
grant usage on schema audit to shuangshen_app, shuangshen_sealer;
grant select on all tables in schema audit to shuangshen_app, shuangshen_sealer;
grant execute on function audit.take_lease, audit.keep_lease, audit.leave_lease, audit.store_tiles, audit.publish,
  audit.report to shuangshen_sealer;
grant usage on schema log to shuangshen_sealer;
grant select on log.position to shuangshen_sealer;
grant select (id, envelope, leaf_hash, recorded_at) on log.event to shuangshen_sealer;

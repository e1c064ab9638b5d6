import { leafHash } from '#libs/audit';

/** A row of the table of events, whose columns repeat what the envelope says; null where the event is not there. */
export interface Row {
  readonly id: string | null;
  readonly stream: string | null;
  readonly version: number | null;
  readonly type: string | null;
  readonly schema: number | null;
  readonly recorded_at: string | null;
  readonly leaf_hash: Buffer | null;
  readonly envelope: Buffer | null;
  readonly payload: Buffer | null;
  readonly salt: Buffer | null;
}

/**
 * The columns that do not say what the envelope says. The product finds its events by them, so an edited column hides or
 * moves an event while its bytes and its place in the tree stay.
 */
export function differing({ envelope, leaf_hash, recorded_at, ...row }: Row): readonly string[] {
  if (envelope === null) return [];
  const said = parsed(envelope);
  const columns = (['id', 'stream', 'version', 'type', 'schema'] as const).filter((name) => row[name] !== said[name]);
  return [
    ...columns,
    ...(recorded_at === said.recordedAt ? [] : ['recorded_at']),
    ...(leaf_hash?.equals(leafHash(envelope)) ? [] : ['leaf_hash']),
  ];
}

function parsed(envelope: Buffer): Readonly<Record<string, unknown>> {
  try {
    return (JSON.parse(envelope.toString('utf8')) as Readonly<Record<string, unknown>> | null) ?? {};
  } catch {
    return {};
  }
}

import { hash, randomFillSync } from 'node:crypto';
import { canonicalJson, type Event } from '#libs/kernel';
import type { Metadata, Recorded } from './event-store.js';
import type { EventSchemas } from './schemas.js';
import { uuidV7 } from './uuid-v7.js';

/** Version of the envelope's own shape. */
const ENVELOPE_VERSION = 1;

/** An event as it is stored: the envelope commits to the payload by SHA-256(salt ‖ payload). */
export interface Sealed {
  readonly id: string;
  readonly type: string;
  readonly schema: number;
  readonly envelope: string;
  readonly payload: string;
  /** 16 random bytes, hex. Destroyed together with the payload, it leaves nothing to guess the payload from. */
  readonly salt: string;
}

/** The exact bytes of an event that becomes `version` of `stream` at `recordedAt`. */
export function seal(
  event: Event,
  place: { readonly stream: string; readonly version: number; readonly recordedAt: string; readonly schema: number },
  { actor, commandId, correlationId, causationId }: Metadata,
): Sealed {
  const { personId, accountId, role, onBehalfOf } = actor;
  const id = uuidV7();
  const payload = canonicalJson(event.data);
  const salt = saltBytes();
  const payloadHash = hash('sha256', Buffer.concat([salt, Buffer.from(payload)]));
  const envelope = canonicalJson({
    v: ENVELOPE_VERSION,
    id,
    stream: place.stream,
    version: place.version,
    type: event.type,
    schema: place.schema,
    actor: { personId, accountId, role, onBehalfOf },
    commandId,
    correlationId,
    causationId,
    recordedAt: place.recordedAt,
    payloadHash,
  });
  return { id, type: event.type, schema: place.schema, envelope, payload, salt: salt.toString('hex') };
}

/** An envelope that was parsed. */
interface Envelope extends Omit<Recorded, 'position' | 'data'> {
  readonly v: number;
  readonly schema: number;
}

/** Reads what `seal` wrote; data whose payload was erased by order is null. */
export function unseal(position: number, envelope: string, payload: string | null, schemas: EventSchemas): Recorded {
  const { v, id, stream, version, type, schema, actor, commandId, correlationId, causationId, recordedAt }: Envelope =
    JSON.parse(envelope);
  if (v !== ENVELOPE_VERSION) throw new Error(`envelope version ${v} of event ${id} is not known`);
  const data = payload === null ? null : schemas.upcast(type, schema, JSON.parse(payload));
  const event = { position, id, stream, version, type, data, actor, commandId, correlationId, recordedAt };
  return causationId === undefined ? event : { ...event, causationId };
}

const salts = Buffer.alloc(16 * 256);
let used = salts.length;

function saltBytes(): Buffer {
  if (used === salts.length) {
    randomFillSync(salts);
    used = 0;
  }
  used += 16;
  return Buffer.from(salts.subarray(used - 16, used));
}

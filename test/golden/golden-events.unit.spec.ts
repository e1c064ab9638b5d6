import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/config';
import { EventSchemas, unseal } from '#libs/event-store';
import { canonicalJson } from '#libs/kernel';

interface Golden {
  readonly envelope: string;
  readonly payload: string;
  readonly salt: string;
  readonly reads: unknown;
}

const folder = join(projectRoot(), 'test/golden/events');
const golden = readdirSync(folder).map((file): [string, Golden] => [
  file,
  JSON.parse(readFileSync(join(folder, file), 'utf8')),
]);

/** G-7. One stored event of every schema ever written. Files are added here, never changed and never removed. */
describe('What was once written', () => {
  it('is kept here', () => expect(golden.length).toBeGreaterThan(0));

  it.each(golden)('stays readable: %s', (_file, { envelope, payload, reads }) => {
    expect(unseal(0, envelope, payload, new EventSchemas()).data).toEqual(reads);
    expect(unseal(0, envelope, null, new EventSchemas()).data).toBeNull();
  });

  it.each(golden)('keeps its bytes and its hash: %s', (_file, { envelope, payload, salt }) => {
    expect(canonicalJson(JSON.parse(envelope))).toBe(envelope);
    expect(canonicalJson(JSON.parse(payload))).toBe(payload);
    const hash = createHash('sha256').update(Buffer.from(salt, 'hex')).update(payload).digest('hex');
    expect(JSON.parse(envelope).payloadHash).toBe(hash);
  });
});

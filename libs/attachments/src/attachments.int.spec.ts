import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import S3rver from 's3rver';
import { type TestDatabase, temporaryFolder, testDatabase } from '#libs/testing';
import { type AttachmentRules, type AttachmentStore, Attachments, FolderStore, mediaTypeOf, S3Store } from './index.js';

const PDF = Buffer.from('%PDF-1.7\n佐证材料');
/** What every scanner knows as a test, in two parts so that this file is none. */
const EICAR = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));
const hashOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** In pieces, as they come over a network. */
const stream = (bytes: Buffer): Readable =>
  Readable.from(Array.from({ length: Math.ceil(bytes.length / 7) }, (_, n) => bytes.subarray(n * 7, n * 7 + 7)));

async function bytesOf(found: Readable | undefined): Promise<Buffer | undefined> {
  return found && Buffer.concat(await found.toArray());
}

/** A clamd that knows one thing, over its own protocol. */
async function clamd(): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer((socket) => {
    let told = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (piece) => {
      told = Buffer.concat([told, piece]);
      if (!told.subarray(-4).equals(Buffer.alloc(4))) return;
      socket.end(told.includes('EICAR-STANDARD') ? 'stream: Eicar-Signature FOUND\0' : 'stream: OK\0');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `tcp://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

describe('Attachments', () => {
  const folder = temporaryFolder();
  let database: TestDatabase;
  let scanner: Awaited<ReturnType<typeof clamd>>;
  let s3: S3rver;
  let stores: Readonly<Record<'folder' | 'S3', AttachmentStore>>;

  beforeAll(async () => {
    database = await testDatabase();
    scanner = await clamd();
    s3 = new S3rver({
      ...{ address: '127.0.0.1', port: 0, silent: true, directory: join(folder.path, 's3') },
      configureBuckets: [{ name: 'attachments', configs: [] }],
    });
    const { port } = await s3.run();
    const place = { url: `http://127.0.0.1:${port}/attachments`, accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' };
    stores = { folder: new FolderStore(join(folder.path, 'kept')), S3: new S3Store(place) };
  });
  afterAll(async () => {
    await s3.close();
    scanner.server.close();
    await database.drop();
    folder.remove();
  });

  const incoming = join(folder.path, 'incoming');
  const rules: AttachmentRules = { incoming, mostBytes: 100, quotaBytes: 150 };
  const over = (which: keyof typeof stores, more: Partial<AttachmentRules> = {}) =>
    new Attachments(database.pool, stores[which], { ...rules, ...more });
  const left = () => readdirSync(incoming);

  describe.each(['folder', 'S3'] as const)('in a store that is a %s', (which) => {
    it('are kept under their hash, given out again, and kept once however often they come', async () => {
      const kept = await over(which).take(stream(PDF), 'e-1', 0);
      expect(kept).toEqual({ hash: hashOf(PDF), size: PDF.length, type: 'application/pdf' });
      await over(which).take(stream(PDF), 'e-2', 0);
      expect(await bytesOf(await over(which).open(kept.hash))).toEqual(PDF);
      expect(left()).toEqual([]);
    });

    it('are described to whoever names them for their own evaluation, and to nobody else', async () => {
      const { hash } = await over(which).take(stream(PDF), `e-told-${which}`, 0);
      const kept = { hash, size: PDF.length, type: 'application/pdf' };
      expect(await over(which).described(hash, `e-told-${which}`)).toEqual(kept);
      expect(await over(which).described(hash, 'e-elsewhere')).toBeUndefined();
      expect(await over(which).besides([], `e-told-${which}`)).toBe(PDF.length);
      expect(await over(which).besides([hash], `e-told-${which}`)).toBe(0);
    });

    it('are not there when nobody brought them', async () => {
      expect(await over(which).open('ab'.repeat(32))).toBeUndefined();
    });

    it('are forgotten after 30 days unless an event of the evaluation names them', async () => {
      const words = ['orphan', 'named', 'fresh', 'sealed', 'returned'];
      const [orphan, named, fresh, sealed, returned] = words.map((text) => Buffer.from(`${which} ${text}`));
      for (const bytes of [orphan!, named!, fresh!, sealed!, returned!])
        await over(which).take(stream(bytes), `e-${which}`, 0);
      await database.pool.query(
        `update attachment.upload set came_at = now() - interval '31 days' where evaluation_id = $1 and hash <> $2`,
        [`e-${which}`, hashOf(fresh!)],
      );
      await namedInTheTrail(`e-${which}`, 'DraftEdited', draftOf(hashOf(named!)));
      await namedInTheTrail(`e-${which}`, 'FirstReviewPassed', { sealed: true }, enclosed('remarks', hashOf(sealed!)));
      await namedInTheTrail(`e-${which}`, 'EvaluationReturned', enclosed('items', hashOf(returned!)));
      expect(await over(which).collect()).toBe(1);
      expect(await bytesOf(await over(which).open(hashOf(orphan!)))).toBeUndefined();
      expect(await bytesOf(await over(which).open(hashOf(named!)))).toEqual(named);
      for (const kept of [fresh!, sealed!, returned!])
        expect(await bytesOf(await over(which).open(hashOf(kept)))).toEqual(kept);
      expect(await over(which).collect()).toBe(0);
    });
  });

  let position = 1_000;
  const draftOf = (hash: string) => ({
    changes: [{ path: `/attachments/${hash}`, before: null, after: { name: 'a', size: 1, type: 'text/plain' } }],
  });
  const enclosed = (where: 'remarks' | 'items', hash: string) => ({
    [where]: [{ text: '一' }, { text: '二', attachments: [{ hash }] }],
  });
  async function namedInTheTrail(evaluationId: string, type: string, data: object, sealed?: object): Promise<void> {
    position += 1;
    await database.pool.query(
      `insert into read.trail (position, recorded_at, stream, version, type, person_id, account_id, role, evaluation_id,
                               refused, correlation_id, data, sealed_data)
       values ($1, now(), $2, 2, $3, 'yang', 'yang', 'unit-preparer', $4, false, 'c', $5, $6)`,
      [position, `evaluation-${evaluationId}`, type, evaluationId, data, sealed ?? null],
    );
  }

  it.each([
    ['are too large', Buffer.alloc(101, 'a'), 0, 'attachment.too-large'],
    ['are empty', Buffer.alloc(0), 0, 'attachment.empty'],
    ['would run', Buffer.from('#!/bin/sh\nrm -rf /'), 0, 'attachment.of-a-kind-not-taken'],
    ['are a program under another name', Buffer.from('MZ\u0090\u0000'), 0, 'attachment.of-a-kind-not-taken'],
    ['are more than the evaluation may have', PDF, 140, 'attachment.quota'],
    ['come when the evaluation is full', PDF, 150, 'attachment.quota'],
  ])('that %s are refused and leave nothing', async (_, bytes, attached, code) => {
    await expect(over('folder').take(stream(bytes), 'e-3', attached)).rejects.toMatchObject({ code });
    expect(left()).toEqual([]);
  });

  it('are asked about where there is a scanner: malware is refused, the rest is taken', async () => {
    const scanned = over('folder', { scanner: scanner.url });
    await expect(scanned.take(stream(EICAR), 'e-4', 0)).rejects.toMatchObject({ code: 'attachment.malware' });
    await expect(scanned.take(stream(PDF), 'e-4', 0)).resolves.toMatchObject({ hash: hashOf(PDF) });
    expect(await scanned.open(hashOf(EICAR))).toBeUndefined();
  });

  it('are not taken while a scanner that is asked for is away', async () => {
    const scanned = over('folder', { scanner: 'tcp://127.0.0.1:1' });
    await expect(scanned.take(stream(PDF), 'e-5', 0)).rejects.toMatchObject({ code: 'attachment.scanner-away' });
    expect(left()).toEqual([]);
  });
});

describe('The kind of a file', () => {
  it.each([
    ['ffd8ffe0', 'image/jpeg'],
    ['89504e470d0a1a0a', 'image/png'],
    ['504b0304', 'application/zip'],
    [
      `504b0304${Buffer.from('word/document.xml').toString('hex')}`,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ],
    [Buffer.from('<html><script>').toString('hex'), 'text/plain'],
    ['00010203', 'application/octet-stream'],
    ['7f454c46', undefined],
  ])('is told by its first bytes: %s', (hex, type) => {
    expect(mediaTypeOf(Buffer.from(hex, 'hex'))).toBe(type);
  });
});

import { createReadStream, openAsBlob } from 'node:fs';
import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { AwsClient } from 'aws4fetch';

/** Where the bytes of attachments lie, by their SHA-256: what is there never changes. */
export interface AttachmentStore {
  /** Keeps a received file; keeping what is there already changes nothing. */
  keep(path: string, hash: string): Promise<void>;
  /** The bytes; undefined when they are not there. */
  open(hash: string): Promise<Readable | undefined>;
  remove(hash: string): Promise<void>;
}

/** Files in a folder, each under its hash: no name from outside ever becomes a path. */
export class FolderStore implements AttachmentStore {
  constructor(private readonly folder: string) {}

  async keep(path: string, hash: string): Promise<void> {
    const kept = this.#at(hash);
    await mkdir(join(kept, '..'), { recursive: true });
    // Within one folder of the same disk: either it is there as a whole, or not at all.
    await rename(path, kept);
  }

  async open(hash: string): Promise<Readable | undefined> {
    const there = await stat(this.#at(hash)).then(
      (found) => found.isFile(),
      () => false,
    );
    return there ? createReadStream(this.#at(hash)) : undefined;
  }

  async remove(hash: string): Promise<void> {
    await rm(this.#at(hash), { force: true });
  }

  #at(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash);
  }
}

export interface S3Place {
  /** Endpoint and bucket: `https://s3.example.gov.cn/attachments`. */
  readonly url: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

/** Objects in a bucket of any service that speaks S3, each under its hash. */
export class S3Store implements AttachmentStore {
  readonly #client: AwsClient;

  constructor(private readonly place: S3Place) {
    const { accessKeyId, secretAccessKey } = place;
    this.#client = new AwsClient({ accessKeyId, secretAccessKey, service: 's3', region: 'us-east-1', retries: 2 });
  }

  async keep(path: string, hash: string): Promise<void> {
    const body = await openAsBlob(path);
    // The hash is signed with the request: the service refuses bytes that are others.
    const headers = { 'x-amz-content-sha256': hash };
    await this.#ask(hash, { method: 'PUT', headers, body });
    await rm(path, { force: true });
  }

  async open(hash: string): Promise<Readable | undefined> {
    const { body } = await this.#ask(hash, { method: 'GET' });
    return body === null ? undefined : Readable.fromWeb(body as never);
  }

  async remove(hash: string): Promise<void> {
    await this.#ask(hash, { method: 'DELETE' });
  }

  async #ask(hash: string, init: RequestInit): Promise<{ readonly body: ReadableStream | null }> {
    const answer = await this.#client.fetch(`${this.place.url}/${hash}`, init);
    if (answer.status === 404 && init.method !== 'PUT') return { body: null };
    if (!answer.ok) throw new Error(`the store of attachments answered ${answer.status} to ${init.method}`);
    return answer;
  }
}

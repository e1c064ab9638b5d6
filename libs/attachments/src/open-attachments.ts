import { join } from 'node:path';
import type { Pool } from 'pg';
import type { Settings } from '#libs/config';
import { Attachments } from './attachments.js';
import { MEGABYTE } from './received.js';
import { type AttachmentStore, FolderStore, S3Store } from './store.js';

/** The attachments as the environment says where they lie. */
export function openAttachments(pool: Pool, settings: Readonly<Settings>): Attachments {
  const folder = join(settings.dataDir, 'attachments');
  return new Attachments(pool, storeOf(settings, folder), {
    incoming: join(folder, 'incoming'),
    mostBytes: settings.attachmentMb * MEGABYTE,
    quotaBytes: settings.attachmentsQuotaMb * MEGABYTE,
    scanner: settings.clamavUrl,
  });
}

function storeOf({ s3Url, s3AccessKey, s3Secret }: Readonly<Settings>, folder: string): AttachmentStore {
  if (s3Url === undefined) return new FolderStore(folder);
  return new S3Store({
    url: s3Url.replace(/\/$/, ''),
    accessKeyId: s3AccessKey ?? '',
    secretAccessKey: s3Secret ?? '',
  });
}

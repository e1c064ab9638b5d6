import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Attachments, receive } from '#libs/attachments';
import { Settings } from '#libs/config';
import { DomainError } from '#libs/kernel';
import { filesOf, type PackedFile } from '#libs/sources';
import { fileName } from '../http/as-attachment.js';
import type { Order } from '../http/order.js';
import { CampaignRuns, runIdOf } from './campaign-runs.js';
import { Campaigns } from './campaigns.js';

/** Most bytes of a ZIP, as many as may be unpacked of it. */
const MOST_BYTES = 200 * 1_048_576;

/** Reports that come together, packed in one ZIP: unpacked into files that wait, and a run reads one after the other. */
@Injectable()
export class PackedReports {
  constructor(
    private readonly campaigns: Campaigns,
    private readonly runs: CampaignRuns,
    private readonly attachments: Attachments,
    private readonly settings: Settings,
  ) {}

  /** The files wait where attachments lie, and as no event names them, they are gone after 30 days. */
  async order(id: string, body: unknown, order: Order) {
    await this.campaigns.managed(id, order.by);
    if (!(body instanceof Readable)) throw new DomainError('invalid', 'source.empty');
    const zip = await this.#received(body);
    try {
      const files: object[] = [];
      for await (const file of filesOf(zip.path)) files.push(await this.#kept(file, runIdOf(order)));
      return await this.runs.readReports(id, files, order);
    } finally {
      await zip.discard();
    }
  }

  async #received(body: Readable) {
    const folder = join(this.settings.dataDir, 'attachments', 'incoming');
    try {
      return await receive(body, folder, MOST_BYTES);
    } catch (error) {
      const code = error instanceof DomainError ? error.code : undefined;
      if (code === 'attachment.too-large') throw new DomainError('invalid', 'source.too-large', { most: '200 MB' });
      if (code === 'attachment.empty') throw new DomainError('invalid', 'source.empty');
      if (code === 'attachment.of-a-kind-not-taken') throw new DomainError('invalid', 'source.not-packed');
      throw error;
    }
  }

  /** A file that is not taken in is listed with the reason; the others are read all the same. */
  async #kept({ name, content }: PackedFile, runId: string): Promise<object> {
    const safe = { name: fileName(name) };
    try {
      const { hash } = await this.attachments.take(content, runId, 0);
      return { ...safe, hash };
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind !== 'invalid' || !error.code.startsWith('attachment.'))
        throw error;
      return { ...safe, refused: { code: error.code, details: error.details } };
    }
  }
}

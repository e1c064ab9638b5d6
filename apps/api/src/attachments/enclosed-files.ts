import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Attachments, type Kept } from '#libs/attachments';
import { type Dated, type EnclosedFile, type EvaluationEvent, enclosedFor } from '#libs/evaluation';
import { EventStore } from '#libs/event-store';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import type { Attachment, Change } from '#libs/sheet';
import { Evaluations } from '../evaluation/evaluations.js';
import { fileName } from '../http/as-attachment.js';

/** What somebody who speaks of a place says beside his words: files by their hash, under a name. */
interface Enclosing {
  readonly attachments?: readonly { readonly hash: string; readonly name: string }[] | null;
}

type Enclosed<T> = Omit<T, 'attachments'> & { readonly attachments?: readonly EnclosedFile[] };

/** Files that reviewers enclose with what they say. They come in first; nobody sees them before the opinion that names them. */
@Injectable()
export class EnclosedFiles {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly attachments: Attachments,
    private readonly store: EventStore,
  ) {}

  /** Takes a file in. All that came in besides the evidence of the draft has the same bound as that. */
  async take(id: string, bytes: Readable, by: Identity): Promise<Kept> {
    const { state } = await this.evaluations.see(id, by);
    const evidence = Object.keys(state.sheet.attachments ?? {});
    return this.attachments.take(bytes, id, await this.attachments.besides(evidence, id));
  }

  /** What is said at places, with its files as events keep them. Refuses one that did not come in for this evaluation. */
  async with<T extends Enclosing>(
    id: string,
    said: readonly T[],
    pointer: string,
    by: Identity,
  ): Promise<Enclosed<T>[]> {
    if (said.some(({ attachments }) => attachments?.length)) await this.evaluations.see(id, by);
    const enclosed: Enclosed<T>[] = [];
    for (const [n, { attachments, ...one }] of said.entries()) {
      const files = await this.#named(id, attachments ?? [], `${pointer}/${n}/attachments`);
      enclosed.push({ ...one, ...(files.length > 0 && { attachments: files }) });
    }
    return enclosed;
  }

  async #named(id: string, files: NonNullable<Enclosing['attachments']>, pointer: string): Promise<EnclosedFile[]> {
    const named: EnclosedFile[] = [];
    for (const [n, { hash, name }] of files.entries()) {
      const kept = await this.attachments.described(hash, id);
      if (!kept) throw new DomainError('invalid', 'attachment.not-found', { pointer: `${pointer}/${n}/hash` });
      named.push({ ...kept, name: fileName(name) });
    }
    return named;
  }

  /**
   * Under which name and kind an event of the evaluation names the file, as far as the person may read it; whoever knows a
   * hash alone gets nothing, and of a sealed opinion nobody but its giver gets anything.
   */
  async everNamed(id: string, hash: string, { personId }: Identity): Promise<Attachment | undefined> {
    const { events } = await this.store.read<EvaluationEvent>(`evaluation-${id}`);
    const changes = events.flatMap(({ data }) => (data as { changes?: readonly Change[] } | null)?.changes ?? []);
    const attached = changes.findLast(({ path, after }) => path === `/attachments/${hash}` && after !== null);
    if (attached) return attached.after as Attachment;
    return enclosedFor(personId, events as unknown as readonly Dated[]).find((file) => file.hash === hash);
  }
}

import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { type FilledForm, readFilledForm } from '#libs/documents';
import type { Appended } from '#libs/event-store';
import { canonicalJson, DomainError } from '#libs/kernel';
import { type Change, diff, fieldAt, type Sheet } from '#libs/sheet';
import { Evaluations } from '../evaluation/evaluations.js';
import type { Order } from '../http/order.js';

export interface FormReturned extends Appended {
  readonly document: { readonly name: string; readonly sha256: string; readonly characters: number };
  readonly fields: number;
  readonly edited: FilledForm['edited'];
  readonly notUnderstood: FilledForm['notUnderstood'];
}

/** Forms that were exported, filled in outside and sent back. */
@Injectable()
export class FormReturn {
  constructor(private readonly evaluations: Evaluations) {}

  /** Takes in what was written into the form, and what the draft does not have; a field changed here meanwhile is a conflict. */
  async take(id: string, name: string, bytes: unknown, order: Order, expected: number): Promise<FormReturned> {
    const { state } = await this.evaluations.see(id, order.by);
    if (!(bytes instanceof Uint8Array)) throw new DomainError('invalid', 'form.not-a-form');
    const form = await readFilledForm(bytes);
    if (form.evaluationId !== id) throw new DomainError('invalid', 'form.of-another-evaluation');
    const document = {
      name,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      characters: canonicalJson(form.sheet).length,
    };
    const changes = changesOf(form, state.sheet);
    const { edited, notUnderstood } = form;
    const wish = { type: 'ImportDraft', data: { document, changes } } as const;
    const done = await this.evaluations.give(id, wish, order, expected);
    return { ...done, document, fields: changes.length, edited, notUnderstood };
  }
}

function changesOf({ exported, sheet }: FilledForm, now: Sheet): Change[] {
  const written = diff(exported, sheet).map(({ path, before, after }) => ({
    path,
    before: fieldAt(now, path) === null ? null : before,
    after,
  }));
  const known = new Set(written.map(({ path }) => path));
  const lacking = diff(now, exported).filter(({ path, before }) => before === null && !known.has(path));
  // Files come by themselves; a form only names them.
  return [...written, ...lacking].filter(({ path }) => !path.startsWith('/attachments/'));
}

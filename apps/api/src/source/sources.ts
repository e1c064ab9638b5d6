import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { DraftImported } from '#libs/evaluation';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { type FieldValue, fieldAt, type Sheet } from '#libs/sheet';
import { type DocumentHead, type DocumentRead, DocumentsRead, SOURCE_BYTES } from '#libs/sources';
import { Evaluations } from '../evaluation/evaluations.js';

/** One field that a document tells, with all the values it tells for it. */
export interface Proposal {
  readonly path: string;
  readonly values: readonly FieldValue[];
}

/** The documents of an evaluation, for those within whose reach it is. Reading one changes nothing in the draft. */
@Injectable()
export class Sources {
  constructor(
    private readonly evaluations: Evaluations,
    private readonly documents: DocumentsRead,
  ) {}

  async read(id: string, name: string, body: unknown, by: Identity) {
    await this.evaluations.see(id, by);
    const bytes = await gathered(body);
    return shown(await this.documents.read(id, { name, bytes, by: by.personId }));
  }

  async list(id: string, by: Identity): Promise<{ items: readonly DocumentHead[] }> {
    await this.evaluations.see(id, by);
    return { items: await this.documents.list(id) };
  }

  async get(id: string, sha256: string, by: Identity) {
    await this.evaluations.see(id, by);
    return shown(await this.documents.get(id, sha256));
  }

  /** The import of the chosen fields, as the reader found them: nobody but the reader says where a value stands. */
  async chosen(
    id: string,
    sha256: string,
    fields: readonly { readonly path: string; readonly value?: number }[],
    by: Identity,
  ): Promise<Omit<DraftImported, 'by'>> {
    const { state } = await this.evaluations.see(id, by);
    const document = await this.documents.get(id, sha256);
    const proposals = new Map(proposalsOf(document).map((proposal) => [proposal.path, proposal]));
    const taken = new Map(fields.map(({ path, value = 0 }) => [path, proposals.get(path)?.values[value]]));
    const changes = [...taken].map(([path, after]) => {
      if (after === undefined) throw new DomainError('invalid', 'source.not-proposed', { path });
      return { path, before: fieldAt(state.sheet as Sheet, path), after };
    });
    const { name, characters } = document;
    return { document: { name, sha256, characters }, changes };
  }
}

/** A file as it comes, as long as it stays within the bounds. */
async function gathered(body: unknown): Promise<Uint8Array> {
  if (!(body instanceof Readable)) throw new DomainError('invalid', 'source.empty');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > SOURCE_BYTES) throw new DomainError('invalid', 'source.too-large', { most: '20 MB' });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function shown({ changes, conflicts, ...document }: DocumentRead) {
  return { ...document, proposals: proposalsOf({ changes, conflicts }) };
}

/** Every field once; where the document tells several values, all of them, the first one first. */
function proposalsOf({ changes, conflicts }: Pick<DocumentRead, 'changes' | 'conflicts'>): readonly Proposal[] {
  return changes.map(({ path, after }) => ({
    path,
    values: [after!, ...conflicts.filter((conflict) => conflict.path === path).map(({ other }) => other)],
  }));
}

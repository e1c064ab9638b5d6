import { Injectable } from '@nestjs/common';
import { Pool } from 'pg';
import type { Identity } from '#libs/identity';
import { DomainError } from '#libs/kernel';
import { type Page, type PageRequest, type Reader, waitFor } from '#libs/read-models';
import type { ListQuery } from './lists.dto.js';

/** How long a list is held back until it contains what the reader just did, in ms. */
const PATIENCE = 2_000;

/** Lists, read once they contain what was asked for; each says up to which position it is fresh. */
@Injectable()
export class Reading {
  constructor(private readonly pool: Pool) {}

  /** A list that is still older than `after` when patience ends is answered as it is: `freshAsOf` tells. */
  async page<T>(
    { limit, cursor, after }: ListQuery,
    identity: Identity,
    read: (pool: Pool, reader: Reader, page: PageRequest) => Promise<Page<T>>,
  ): Promise<Page<T>> {
    if (after !== undefined && after !== null) await waitFor(this.pool, after, PATIENCE);
    const page = { ...(limit === undefined ? {} : { limit }), ...(cursor === undefined ? {} : { cursor }) };
    try {
      return await read(this.pool, readerOf(identity), page);
    } catch (error) {
      // A cursor that nobody handed out can hold what is no time and no text for the database (SQLSTATE class 22).
      if (cursor !== undefined && /^22/.test(String((error as { code?: unknown }).code)))
        throw new DomainError('invalid', 'page.unknown-cursor', { pointer: '/cursor' });
      throw error;
    }
  }
}

export const readerOf = ({ personId, grants, delegators }: Identity): Reader => ({ personId, grants, delegators });

import type { Pool } from 'pg';
import { createPool } from '#libs/database';
import type { Verdict } from '#libs/export';
import type { Scheme } from '#libs/scoring';
import { type TestDatabase, testDatabase } from '#libs/testing';
import { FACTS_OF_A_STORY } from './cast.js';
import { FORGED, written } from './histories.js';
import { seal } from './sealing.js';
import * as attack from './superuser-attacks.js';
import { audited, copyOf, live, shippedScheme } from './world.js';

const UNITS = Array.from({ length: 30 }, (_, n) => `a${n}`);
const SIZE = UNITS.length * FACTS_OF_A_STORY;

interface Attack {
  /** Does it, and answers where. */
  readonly does: (owner: Pool) => Promise<number>;
  readonly code: string;
  readonly words: RegExp;
  /** The auditor kept the newest checkpoint. */
  readonly keeps?: true;
}

/** What a superuser can do to the log: it succeeds in the database, so it has to be found afterwards. */
const ATTACKS: Readonly<Record<string, Attack>> = {
  'edits what an event says': {
    does: async (owner) => {
      const position = await attack.positionOf(owner, 'ScoreRecomputed', 3);
      await attack.rewrite(owner, position, (_, data) => Object.assign(data.score as object, { total: '99' }));
      return position;
    },
    code: 'leaf.differs',
    words: /不是当时封存的事件/,
  },
  'edits who did it': {
    does: async (owner) => {
      const position = await attack.positionOf(owner, 'FirstReviewPassed', 2);
      await attack.rewrite(owner, position, ({ actor }, data) => {
        Object.assign(actor as object, { personId: 'tan' });
        data.by = 'tan';
      });
      return position;
    },
    code: 'leaf.differs',
    words: /changed, exchanged, inserted or moved/,
  },
  'deletes an event': {
    does: async (owner) => {
      await attack.remove(owner, 120);
      return 120;
    },
    code: 'entry.gap',
    words: /记录被删除/,
  },
  'inserts an event': {
    does: async (owner) => {
      await attack.insertAt(owner, 100, 9);
      return 100;
    },
    code: 'leaf.differs',
    words: /插入或移位/,
  },
  'reorders two events': {
    does: async (owner) => {
      await attack.swapPlaces(owner, 50, 51);
      return 50;
    },
    code: 'leaf.differs',
    words: /moved/,
  },
  'swaps two payloads': {
    does: async (owner) => {
      await attack.swapPayloads(owner, 10, 19);
      return 10;
    },
    code: 'payload.differs',
    words: /内容与信封中的承诺哈希不符/,
  },
  'cuts the tail off': {
    does: async (owner) => {
      await attack.remove(owner, SIZE - 4, SIZE);
      return SIZE - 4;
    },
    code: 'log.cut',
    words: /its tail was cut off/,
  },
  'rebuilds the whole chain after an edit': {
    does: async (owner) => {
      await attack.rewrite(owner, 6, (_, data) => Object.assign(data.score as object, { total: '99' }));
      await attack.rebuildChain(owner);
      return 0; // nothing is left that was signed with the true key
    },
    code: 'head.refused',
    words: /检查点不可信/,
  },
  'edits a checkpoint': {
    does: async (owner) => {
      await owner.query(
        `update audit.checkpoint set note = replace(note, E'\\n200\\n', E'\\n201\\n'), size = 201 where size = 200`,
      );
      return 100;
    },
    code: 'head.refused',
    words: /size 201 cannot be believed/,
  },
  'edits what is published': {
    does: async (owner) => {
      await owner.query(`update read.evaluation set system_score = '99.9' where id = 'a7'`);
      return 8 * FACTS_OF_A_STORY - 1;
    },
    code: 'statement.differs',
    words: /a7 公布的 systemScore 是 99\.9/,
  },
  'forges an approval by one and the same person, and has it sealed': {
    does: async (owner) => {
      // The second pass of the last evaluation, taken away and given by the first reviewer.
      await attack.remove(owner, SIZE - 1);
      const forged = await attack.append(owner, 2 * FACTS_OF_A_STORY - 1, (envelope, data) => {
        Object.assign(envelope, { stream: 'evaluation-a29', version: 9, recordedAt: '2099-01-01T00:00:00.000Z' });
        Object.assign(envelope.actor as object, { personId: 'chen', accountId: 'chen-2' });
        data.by = 'chen';
      });
      await seal(owner);
      return forged;
    },
    code: 'fact.refused',
    words: /E1 review\.needs-another-person/,
  },
  "puts back yesterday's backup": {
    does: async (owner) => {
      await attack.remove(owner, SIZE - 2 * FACTS_OF_A_STORY, SIZE);
      await owner.query(`delete from read.evaluation where id in ('a28', 'a29')`);
      await owner.query(`update read.checkpoint set position = ${SIZE - 2 * FACTS_OF_A_STORY - 1}`);
      await seal(owner);
      return SIZE - 2 * FACTS_OF_A_STORY;
    },
    code: 'seen.ahead',
    words: /rolled back or truncated/,
    keeps: true,
  },
  'shows two auditors two histories, with the sealer’s own key': {
    does: async (owner) => {
      await attack.rewrite(owner, 210, (envelope) => Object.assign(envelope, { correlationId: envelope.commandId }));
      await seal(owner);
      return 0; // the other auditor has one checkpoint, and the trees agree in nothing that could be shown
    },
    code: 'seen.differs',
    words: /有两份不同的历史/,
    keeps: true,
  },
};

describe('A superuser who', () => {
  let database: TestDatabase;
  let scheme: Scheme;
  let newest: string;
  beforeAll(async () => {
    database = await testDatabase();
    scheme = await shippedScheme(database.pool);
    await live(database, UNITS, scheme);
    const owner = createPool(database.ownerUrl, { max: 1 });
    newest = await seal(owner);
    await attack.unguard(owner);
    await owner.end();
  });
  afterAll(() => database.drop());

  it.each(Object.entries(ATTACKS))(
    '%s is found out, with the place and in words',
    async (_, { does, code, words, keeps }) => {
      const copy = await copyOf(database.ownerUrl);
      try {
        const position = await does(copy.owner);
        const verdict: Verdict = await audited(copy.owner, scheme, { kept: keeps ? [newest] : [] });
        const found = verdict.faults.find((fault) => fault.code === code);
        expect({
          holds: verdict.holds,
          code: found?.code,
          position: found?.position,
          first: verdict.first?.position,
        }).toEqual({
          ...{ holds: false, code, position },
          first: expect.any(Number),
        });
        expect(verdict.first?.position).toBeLessThanOrEqual(position);
        expect(`${found?.text.zh}\n${found?.text.en}`).toMatch(words);
      } finally {
        await copy.drop();
      }
    },
  );

  it.each(Object.entries(FORGED))(
    '%s, in a history that the sealer seals, is found out by its rule',
    async (_, forged) => {
      const copy = await copyOf(database.ownerUrl);
      try {
        const position = await attack.write(copy.owner, written(forged, 'forged', scheme, 'wrong'));
        await seal(copy.owner);
        const { faults } = await audited(copy.owner, scheme);
        const [found] = faults;
        expect([found?.code, found?.position, `${found?.text.zh}`]).toEqual([
          ...[forged.code, position, expect.stringMatching(forged.words)],
        ]);
      } finally {
        await copy.drop();
      }
    },
  );

  it('writes the same histories by the rules is not accused', async () => {
    const copy = await copyOf(database.ownerUrl);
    try {
      const facts = Object.values(FORGED).flatMap((forged, n) => written(forged, `right-${n}`, scheme, 'right'));
      await attack.write(copy.owner, facts);
      await seal(copy.owner);
      expect((await audited(copy.owner, scheme)).faults).toEqual([]);
    } finally {
      await copy.drop();
    }
  });

  it('does nothing is not accused', async () => {
    const copy = await copyOf(database.ownerUrl);
    try {
      expect(await audited(copy.owner, scheme, { kept: [newest] })).toMatchObject({ holds: true, faults: [] });
    } finally {
      await copy.drop();
    }
  });
});

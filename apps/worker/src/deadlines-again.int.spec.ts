import { addDays, addWorkingDays, type Calendar, dayOf, endOfDay, momentOf } from '#libs/calendar';
import { Calendars } from '#libs/calendars';
import { PgEventStore } from '#libs/event-store';
import { giveRoles, testDatabase } from '#libs/testing';
import { Deadlines } from './deadlines.js';
import { Bureau, UNTIL_SUBMITTED } from './examples/bureau.spec.js';

type Step = 'extend' | (typeof UNTIL_SUBMITTED)[number] | 'first' | 'second' | 'revoke' | 'return' | 'returnSecond';

/** What happens on which day after the beginning; a story is told again by its seed. */
type Story = readonly { readonly day: number; readonly steps: readonly Step[] }[];

/** What may come after the submission. */
const ENDINGS: readonly (readonly Step[])[] = [
  ['first', 'second'],
  ['first', 'revoke', 'first', 'second'],
  ['return'],
  ['first', 'returnSecond'],
  ['first', 'revoke', 'return'],
  [],
];

/** mulberry32. */
function chance(seed: number): (below: number) => number {
  let at = seed;
  return (below) => {
    at = (at + 0x6d2b79f5) | 0;
    let mixed = Math.imul(at ^ (at >>> 15), 1 | at);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

function aStory(next: (below: number) => number): Story {
  const ending = ENDINGS[next(ENDINGS.length)]!;
  const told: { day: number; steps: Step[] }[] = [{ day: 0, steps: ['issue', 'extend'] }];
  let day = 0;
  for (const step of [...UNTIL_SUBMITTED.slice(1), ...ending]) {
    day += next(9);
    told.push({ day, steps: next(5) === 0 && step !== 'issue' ? [step, 'extend'] : [step] });
  }
  return told;
}

const PLAIN: Calendar = { years: new Map(), days: new Map(), corrections: {} };

describe('Reminders', () => {
  /** Tells the story to a bureau of its own; `disturb` comes after each day. Answers who was told what, of which event. */
  async function remindersOf(
    story: Story,
    workers: number,
    disturb: (forget: () => Promise<unknown>) => Promise<unknown>,
  ): Promise<readonly string[]> {
    const database = await testDatabase();
    const store = new PgEventStore(database.pool);
    try {
      const bureau = new Bureau(database.pool, store);
      await bureau.open();
      await giveRoles(database.pool, ['a-shi', 'campaign-manager', 'department']);
      const began = dayOf(new Date().toISOString());
      let now = new Date();
      const all = Array.from({ length: workers }, () => {
        return new Deadlines(database.pool, store, new Calendars(store), () => now);
      });
      const work = async () => {
        while ((await Promise.all(all.map((one) => one.step()))).some((done) => done > 0));
      };
      let end = addWorkingDays(PLAIN, began, 8);
      for (let n = 0; n <= 60; n += 1) {
        const day = addDays(began, n);
        if (n > 0) now = new Date(momentOf(day, 9 * 60 + 30));
        for (const step of story.filter((one) => one.day === n).flatMap(({ steps }) => steps)) {
          if (step !== 'extend') await bureau.told('e1', step);
          else {
            end = addWorkingDays(PLAIN, end, 7);
            await bureau.call({ type: 'ExtendCampaign', data: { dueAt: endOfDay(end), reason: '推迟' } });
          }
        }
        await work();
        const forget = () =>
          database.pool.query(
            `delete from job.deadline; update job.checkpoint set position = -1 where name = 'deadlines'`,
          );
        await disturb(forget);
      }
      await work();
      const { rows } = await database.pool.query(
        `select n.person_id || ' ' || n.kind || ' ' || n.position as told from job.notification n order by n.position, 1`,
      );
      return rows.map(({ told }) => told);
    } finally {
      await store.close();
      await database.drop();
    }
  }

  it('are the same, and each is one, however often everything is derived again and by however many workers', async () => {
    const seed = Date.now();
    const next = chance(seed);
    let reminders = 0;
    for (let n = 0; n < 6; n += 1) {
      const story = aStory(next);
      const quiet = await remindersOf(story, 1, async () => undefined);
      const disturbed = await remindersOf(story, 2, async (forget) => (next(4) === 0 ? forget() : undefined));
      expect({ seed, story, told: disturbed }).toEqual({ seed, story, told: quiet });
      expect({ seed, story, once: new Set(quiet).size }).toEqual({ seed, story, once: quiet.length });
      reminders += quiet.length;
    }
    expect({ seed, some: reminders > 6 }).toEqual({ seed, some: true });
  }, 240_000);
});

import { isWorkingDay } from '#libs/calendar';
import { InMemoryEventStore } from '#libs/event-store';
import { Calendars } from './calendars.js';

describe('The calendars of the divisions', () => {
  const actor = { personId: 'shi', accountId: 'shi', role: 'campaign-manager', memberOf: [] };
  const at = '2026-11-24T01:00:00.000Z';
  const correct = (
    calendars: Calendars,
    division: string,
    day: string,
    kind: 'holiday' | 'working-day',
    reason: string,
  ) =>
    calendars.correct(
      division,
      { day, kind, reason },
      { by: actor, at },
      { metadata: { actor, commandId: reason, correlationId: 'request-1' } },
    );

  it('are the shipped one until somebody corrects it, and then only in that division', async () => {
    const calendars = new Calendars(new InMemoryEventStore());
    await correct(calendars, '433101', '2026-09-21', 'holiday', '州庆放假');
    const worked = async (division: string) => isWorkingDay(await calendars.of(division), '2026-09-21');
    expect([await worked('433101'), await worked('431225')]).toEqual([false, true]);
  });

  it('know who corrected what, and the newest word counts', async () => {
    const calendars = new Calendars(new InMemoryEventStore());
    await correct(calendars, '433101', '2026-09-21', 'holiday', '州庆放假');
    await correct(calendars, '433101', '2026-09-19', 'working-day', '州庆调休');
    await correct(calendars, '433101', '2026-09-21', 'working-day', '州庆改期');
    expect(await calendars.corrections('433101', 2026)).toMatchObject([
      { day: '2026-09-19', kind: 'working-day', personId: 'shi' },
      { day: '2026-09-21', kind: 'working-day', reason: '州庆改期' },
    ]);
    expect(await calendars.corrections('433101', 2025)).toEqual([]);
    expect(await correct(calendars, '433101', '2026-09-21', 'working-day', '再说一次')).toMatchObject({ position: -1 });
  });
});

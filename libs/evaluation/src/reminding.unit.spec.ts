import { specification } from '#libs/testing';
import { manager } from './examples/people.spec.js';
import { type ReminderCommand, type ReminderEvent, reminding } from './reminding.js';

describe('A reminder', () => {
  const given = specification(reminding);
  const remind = (at: string, ...persons: readonly string[]): ReminderCommand => ({
    type: 'SendReminder',
    data: { step: 'first-review', persons },
    by: manager,
    at,
  });
  const sent = (at: string, ...persons: readonly string[]): ReminderEvent => ({
    type: 'ReminderSent',
    data: { step: 'first-review', persons, at },
  });
  const NINE = '2026-11-24T01:00:00.000Z';

  it('is a fact about those whom it goes to', () =>
    given()
      .when(remind(NINE, 'chen', 'sun'))
      .then(sent(NINE, 'chen', 'sun')));

  it('goes to nobody twice within 24 hours, and says how long that takes', () => {
    given(sent(NINE, 'chen'))
      .when(remind('2026-11-24T13:00:00.000Z', 'chen'))
      .thenRefused('reminder.too-soon', { seconds: 12 * 3_600 });
    given(sent(NINE, 'chen'))
      .when(remind('2026-11-25T00:59:59.999Z', 'chen'))
      .thenRefused('reminder.too-soon', { seconds: 1 });
    given(sent(NINE, 'chen'))
      .when(remind('2026-11-25T01:00:00.000Z', 'chen'))
      .then(sent('2026-11-25T01:00:00.000Z', 'chen'));
  });

  it('goes to those who were not reminded lately, when others were', () =>
    given(sent(NINE, 'chen'))
      .when(remind('2026-11-24T02:00:00.000Z', 'chen', 'sun'))
      .then(sent('2026-11-24T02:00:00.000Z', 'sun')));

  it('is refused when there is nobody whose turn it is', () =>
    given().when(remind(NINE)).thenRefused('reminder.nobody-to-remind'));
});

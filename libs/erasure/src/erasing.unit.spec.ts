import type { Actor } from '#libs/kernel';
import { specification } from '#libs/testing';
import { erasing } from './erasing.js';
import type { ErasureCommand, ErasureEvent, Meant } from './facts.js';
import { BLANK } from './redaction.js';

const person = (personId: string, role = 'administrator'): Actor => ({
  ...{ personId, accountId: `${personId}-1`, role, memberOf: [] },
});
const at = '2026-11-30T08:00:00.000Z';
const reason = '依个人信息保护法，本人申请删除';
const given = specification(erasing);

const order = (by: string, target: object = { personId: 'yang' }, why = reason) =>
  ({ type: 'OrderErasure', data: { target, reason: why }, by: person(by), at }) as ErasureCommand;
const confirm = (by: string, ...meant: Meant[]): ErasureCommand => ({
  ...{ type: 'ConfirmErasure', data: { meant }, by: person(by, 'auditor'), at },
});
const decline = (by: string, why = reason): ErasureCommand => ({
  ...{ type: 'DeclineErasure', data: { reason: why }, by: person(by), at },
});
const ordered = (target: object = { personId: 'yang' }) =>
  ({ type: 'ErasureOrdered', data: { by: 'qin', target, reason } }) as ErasureEvent;
const declined: ErasureEvent = { type: 'ErasureDeclined', data: { by: 'huang', reason } };

const edit: Meant = {
  ...{ position: 7, eventId: 'e7', stream: 'evaluation-a', type: 'DraftEdited', personId: 'yang', open: false },
  data: { by: 'yang', changes: [{ path: '/head/phone', before: null, after: '0745-1' }] },
};
const logIn: Meant = {
  ...{ position: 9, eventId: 'e9', stream: 'session-1', type: 'LoggedIn', personId: 'yang', open: false },
  data: { login: 'yang', ip: '10.0.0.7' },
};

describe('An order to erase', () => {
  it('is given with what it rests on', () => given().when(order('qin')).then(ordered()));
  it('needs more than a word of reason', () =>
    given()
      .when(order('qin', { personId: 'yang' }, '  删除 '))
      .thenRefused('erasure.reason-too-short'));
  it('is not given by the person it is about', () => given().when(order('yang')).thenRefused('erasure.own-acts'));
  it('is given once', () => given(ordered()).when(order('qin')).thenRefused('erasure.settled'));

  it('is confirmed by another person, and names what goes and what is kept', () =>
    given(ordered())
      .when(confirm('huang', edit, logIn, { ...edit, position: 8, open: true }))
      .then({
        type: 'ErasureConfirmed',
        data: {
          by: 'huang',
          erased: [
            {
              ...{ position: 7, eventId: 'e7', type: 'DraftEdited' },
              kept: { by: 'yang', changes: [{ path: '/head/phone', before: null, after: BLANK }] },
            },
            { position: 9, eventId: 'e9', type: 'LoggedIn', kept: null },
          ],
          leftOut: 1,
        },
      }));

  it('leaves out what one of the two did about the person', () =>
    given(ordered())
      .when(confirm('huang', logIn, { ...logIn, position: 3, stream: 'registry-1', personId: 'qin' }))
      .then({
        type: 'ErasureConfirmed',
        data: { by: 'huang', erased: [{ position: 9, eventId: 'e9', type: 'LoggedIn', kept: null }], leftOut: 1 },
      }));

  it('is not confirmed by who gave it', () =>
    given(ordered()).when(confirm('qin', edit)).thenRefused('erasure.needs-another-person'));
  it('is not confirmed by the person it is about', () =>
    given(ordered()).when(confirm('yang', edit)).thenRefused('erasure.own-acts'));
  it('erases nothing that one of the two did', () =>
    given(ordered({ position: 7 }))
      .when(confirm('huang', { ...edit, personId: 'qin' }))
      .thenRefused('erasure.own-acts'));
  it('erases nothing of a matter that is being decided', () =>
    given(ordered({ position: 7 }))
      .when(confirm('huang', { ...edit, open: true }))
      .thenRefused('erasure.matter-open'));
  it.each([
    ['what was erased before', { ...edit, data: null }],
    ['a rule', { ...edit, stream: 'campaign-1' }],
    ['an order of erasure', { ...edit, stream: 'erasure-1' }],
    ['what an auditor looked at', { ...edit, stream: 'access-1' }],
  ])('does not erase %s', (_, meant) =>
    given(ordered({ position: 7 }))
      .when(confirm('huang', meant))
      .thenRefused('erasure.not-erasable'),
  );
  it('of a person of whom nothing is left is not confirmed', () =>
    given(ordered()).when(confirm('huang')).thenRefused('erasure.nothing-to-erase'));
  it('that nobody gave is not confirmed, nor declined', () => {
    given().when(confirm('huang', edit)).thenRefused('erasure.not-found');
    given().when(decline('huang')).thenRefused('erasure.not-found');
  });

  it('is declined with a reason, also by who gave it', () => {
    given(ordered()).when(decline('huang')).then(declined);
    given(ordered()).when(decline('qin', '不')).thenRefused('erasure.reason-too-short');
  });
  it('is settled once', () => {
    given(ordered(), declined).when(confirm('huang', edit)).thenRefused('erasure.settled');
    given(ordered(), declined).when(decline('huang')).thenRefused('erasure.settled');
  });
});

import type { Shape } from './shape.js';
import type { zhSealing } from './zh-sealing.js';

export const enSealing: Shape<typeof zhSealing> = {
  sealing: {
    title: 'Sealing of the log',
    upTo: '{{size}} of {{head}} entries are sealed',
    behind: '{{seconds}} seconds behind',
    current: 'nothing waits to be sealed',
    none: 'Never sealed: there is no sealer',
    witnesses: 'Witnesses: {{given}} of {{all}}, at least {{quorum}} needed',
    alone: 'No witnesses',
    signedAt: 'Last signed: {{time}}',
    keys: 'Verifier keys',
    refusal: {
      silent: 'no answer',
      refused: 'an answer that cannot be believed',
      ahead: 'says it saw more entries',
      conflict: 'says that the history is another',
    },
  },
  receipt: {
    intro:
      'There is a receipt of each submission and of each decision. Kept or printed, it can be checked years later without this system.',
    empty: 'There are receipts once it was submitted',
    step: 'Step',
    time: 'Time',
    person: 'Person',
    download: 'Download',
    print: 'Print',
    notSealed: 'being sealed, a few seconds',
    title: 'Receipt: {{event}}',
    toPrint: 'Print this page',
    back: 'Back',
    log: 'Log',
    place: 'Place',
    placeOf: 'entry {{position}} of a log of {{size}}',
    root: 'Root hash',
    keys: 'Verifier keys',
    codes: 'The whole receipt ({{count}} QR codes; put what is scanned into one text file, in any order)',
    code: '{{n}} of {{count}}',
    check:
      'To check it: node shuangshen-verify.mjs --receipt FILE --keys KEYS. Take the keys from the finance or audit bureau, not from here.',
  },
};

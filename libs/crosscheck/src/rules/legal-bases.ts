import type { Text } from '#libs/kernel';
import type { Found } from '../finding.js';
import type { LegalDocument, Material } from '../material.js';
import type { Rule } from '../rule.js';
import { type SectionText, search, spanIn } from '../texts.js';

/** Issuer, year and number of a document, in whatever brackets: `湘办发[2019]10号`. Looked for from the bracket on. */
const CITED = /([〔［【[（(﹝])(?<=(\p{sc=Han}{2,14})[〔［【[（(﹝])((?:19|20)\d\d)([〕］】\])）﹞])(第?)(\d{1,4})号/gu;
/** Words before an issuer that are not part of its name. */
const LEAD = /^.*(?:根据|按照|依据|依照|贯彻|落实|印发|文件|通知|和|及|与|的)(?=..)/;

/** T08: a document is cited by its number in the official form, with its own title, and is in force. */
export const LEGAL_BASES: Rule = {
  id: 'T08',
  severity: 'INFO',
  runs: 'submit',
  title: {
    zh: '文号规范（〔年份〕n号），所引文件有效',
    en: 'Documents are cited in the form 〔yyyy〕n号 and are in force',
  },
  find: (material) =>
    search(material, CITED, (match, section) => {
      const [words, open = '', run = '', year, close = '', ordinal, number] = match;
      const issuer = run.replace(LEAD, '');
      const start = match.index - issuer.length;
      const cited = section.text.slice(start, match.index + words.length);
      const proper = `${issuer}〔${year}〕${number}号`;
      const faults = [
        ...formFaults(cited, proper, open, close, ordinal !== ''),
        ...contentFaults(material, proper, titleBefore(section, start)),
      ];
      if (faults.length === 0) return null;
      const message = {
        zh: `文号“${cited}”：${faults.map(({ zh }) => zh).join('；')}`,
        en: `“${cited}”: ${faults.map(({ en }) => en).join('; ')}`,
      };
      return { message, at: [spanIn(section, start, match.index + words.length)] } satisfies Found;
    }),
};

const PAIRS = ['〔〕', '［］', '【】', '[]', '（）', '()', '﹝﹞'];

function formFaults(cited: string, proper: string, open: string, close: string, ordinal: boolean): readonly Text[] {
  if (cited === proper) return [];
  if (!PAIRS.includes(open + close))
    return [
      {
        zh: `左右括号不一致（${open}与${close}），应写作“${proper}”`,
        en: `mixed brackets (${open} and ${close}), instead of “${proper}”`,
      },
    ];
  const what = ordinal ? { zh: '不加“第”', en: 'no 第' } : { zh: '年份用六角括号', en: 'the year stands in 〔〕' };
  return [{ zh: `${what.zh}，应写作“${proper}”`, en: `${what.en}: “${proper}”` }];
}

/** Only what is known can be told: a document that is not in the list is not said to be missing. */
function contentFaults({ documents }: Material, proper: string, title: string | null): readonly Text[] {
  const known: LegalDocument | undefined = documents?.find(({ number }) => number === proper);
  if (!known) return [];
  const bare = (words: string) => words.replace(/[\s《》〈〉]/g, '');
  return [
    ...(known.replacedBy !== null
      ? [{ zh: `已由“${known.replacedBy}”代替`, en: `it was replaced by “${known.replacedBy}”` }]
      : []),
    ...(title !== null && bare(title) !== bare(known.title)
      ? [{ zh: `其名称是《${known.title}》`, en: `its title is 《${known.title}》` }]
      : []),
  ];
}

/** The title in 《》 right before the bracket that holds a number: `《…》（财预〔2020〕10号）`. */
function titleBefore({ text }: SectionText, start: number): string | null {
  return /《([^《》]{1,120})》[（(]?$/.exec(text.slice(Math.max(0, start - 124), start))?.[1] ?? null;
}

import type { Found } from '../finding.js';
import type { Material } from '../material.js';
import type { Rule } from '../rule.js';
import { MOST_PLACES, quoted, type SectionText, search, spanIn, textsOf } from '../texts.js';

/**
 * A label, its colon, and then a mark of the sentence or a line to write on. The label is looked for from behind the colon
 * back: before it, the search would look back from every character of the text.
 */
const THEN_A_MARK =
  /[：:](?<=([^，。；：:、\s]{1,20})[：:])(?:[ \t\u3000_＿]{0,40}(?=[，。；、）,;)])|[ \t\u3000]{0,5}[_＿]{2,40})/g;
/** `采购内容为：为年初采购计划的0%`: a verb before the colon and again a verb after it that tells an amount. */
const THEN_A_VERB =
  /[：:](?<=([^，。；：:、\s]{1,20}[为是])[：:])[ \t\u3000_＿]{0,40}(?=(?:为|是|占)[^，。；：:\n]{0,30}?\d[\d.]{0,12} ?(?:%|万元|元))/g;
/** `评价机构：` alone on its line: a form's label. What opens a list (如下：) ends otherwise. */
const FORM_LABEL = /^[^，。；：:、\s]{2,12}[：:]\s*$/;
const OPENS =
  /(?:如下|以下|下列|包括|包含|其中|表现[为在]|分别[为是]|主要[是为有]|原因|方面|措施|做法|建议|问题|情况)[：:]\s*$/;

/** T05: nothing stands where a colon promises something. */
export const BLANKS: Rule = {
  id: 'T05',
  severity: 'WARN',
  runs: 'submit',
  title: { zh: '冒号后不留空白', en: 'Nothing is left blank after a colon' },
  find: (material) =>
    [
      ...search(material, THEN_A_MARK, afterLabel),
      ...search(material, THEN_A_VERB, afterLabel),
      ...emptyLabels(material),
    ].slice(0, MOST_PLACES),
};

function afterLabel({ index, 0: words, 1: label = '' }: RegExpExecArray, section: SectionText): Found {
  return blank(label + words, spanIn(section, index - label.length, index + words.length));
}

/** A form's label without a value: the next line is a label again, or there is none. */
function emptyLabels(material: Material): readonly Found[] {
  return textsOf(material).flatMap((section) => {
    const lines = [...section.text.matchAll(/[^\n]{1,20000}/g)].filter(([line]) => line.trim() !== '');
    return lines.flatMap(({ index, 0: line }, n) => {
      const next = lines[n + 1]?.[0];
      const alone = FORM_LABEL.test(line) && !OPENS.test(line);
      if (!alone || (next !== undefined && !/^[^，。；：:、\s]{2,12}[：:]/.test(next))) return [];
      return [blank(line, spanIn(section, index, index + line.length))];
    });
  });
}

function blank(words: string, place: Found['at'][number]): Found {
  const label = quoted(words.replace(/[_＿\s]+$/, ''));
  return { message: { zh: `${label}之后空白`, en: `Nothing stands after ${label}` }, at: [place] };
}

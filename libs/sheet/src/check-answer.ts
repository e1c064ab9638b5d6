import { boolean, choice, closed, decimalText, refuse, text } from './shapes.js';
import type { SchemeAnswer } from './sheet.js';

const KEYS = ['choice', 'value', 'notApplicable', 'items', 'level', 'points', 'targetTooLow'];
const ID_LENGTH = 64;
const MOST_ITEMS = 100;

/** Accepts an answer to a question of a scheme from outside. Whether the scheme asks it is not looked at here. */
export function checkAnswer(path: string, value: unknown): SchemeAnswer {
  const answer = closed(value, path, KEYS, []);
  if (Object.keys(answer).length === 0) refuse('sheet.missing-key', path, { key: KEYS[0] });
  for (const key of ['choice', 'level'])
    if (answer[key] !== undefined) text(answer[key], `${path}/${key}`, { min: 1, max: ID_LENGTH });
  if (answer.value !== undefined && answer.value !== null) decimalText(answer.value, `${path}/value`);
  if (answer.points !== undefined) decimalText(answer.points, `${path}/points`);
  for (const key of ['notApplicable', 'targetTooLow'])
    if (answer[key] !== undefined) boolean(answer[key], `${path}/${key}`);
  if (answer.items !== undefined) checkItems(`${path}/items`, answer.items);
  return answer as SchemeAnswer;
}

function checkItems(path: string, value: unknown): void {
  const names = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  if (names.length > MOST_ITEMS) refuse('sheet.too-many-changes', path, { most: MOST_ITEMS });
  const items = closed(value, path, names, []);
  for (const name of names) {
    text(name, path, { min: 1, max: ID_LENGTH });
    choice(items[name], `${path}/${name.slice(0, ID_LENGTH)}`, ['yes', 'no', 'not-applicable']);
  }
}

import { NoteRefused, type NoteSigner, type NoteVerifier, openNote, signNote } from './note.js';
import { parseVerifierKey } from './verifier-key.js';

/** A line no checkpoint has in its place, so that neither can be passed off as the other. */
const STATEMENT = 'next key of this log';

/** What the old key of a log says of the new one, as a signed note. */
export function signNextKey(origin: string, key: string, by: NoteSigner): string {
  return signNote(`${origin}\n${STATEMENT}\n${key}\n`, [by]);
}

/** The new verifier key, when one of the known ones signed it. Throws NoteRefused. */
export function openNextKey(note: string, origin: string, known: readonly NoteVerifier[]): string {
  const [named, statement, key = ''] = openNote(note, known).text.split('\n');
  if (named !== origin || statement !== STATEMENT) throw new NoteRefused(`no change of the key of ${origin}`);
  try {
    parseVerifierKey(key);
  } catch (error) {
    throw new NoteRefused((error as Error).message);
  }
  return key;
}

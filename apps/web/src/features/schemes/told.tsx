import type { RuleWords } from './rule-words.js';

/** A rule in words, its bands or items below it. */
export function Told({ words: { sentence, lines } }: { readonly words: RuleWords }) {
  return (
    <>
      <div>{sentence}</div>
      {lines.length > 0 && (
        <ul className="scheme-lines">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </>
  );
}

/** What no file system wants in a name, and what turns the direction of writing on a screen. */
const UNFIT = /[\p{Cc}\p{Cf}\p{Surrogate}\p{Co}\p{Zl}\p{Zp}:*?"<>|]/gu;

/**
 * A file name that is safe to be saved under: the last part of a path, no control or bidi characters, no leading or trailing
 * dots, bounded.
 */
export function fileName(text: string): string {
  const last = text.normalize('NFC').replace(/^.*[/\\]/su, '');
  const [stem, extension] = split(last.replace(UNFIT, '_'));
  const kept = `${[...stem.replace(/^[.\s]+|[.\s]+$/g, '')].slice(0, 120).join('')}${extension}`;
  return kept === '' || kept === extension ? `file${extension}` : kept;
}

/** What is in front of the last dot, and what is behind it when it could be an extension. */
function split(text: string): readonly [string, string] {
  const [, stem = text, extension = ''] = /^(.+)(\.[\p{L}\p{N}]{1,10})$/su.exec(text) ?? [];
  return [stem, extension];
}

/** The header under which a browser saves the file and never shows it (RFC 6266): an ASCII name, and the real one. */
export function asAttachment(name: string): string {
  const safe = fileName(name);
  const ascii = safe.replace(/[^\x20-\x7e]|%/g, '_');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

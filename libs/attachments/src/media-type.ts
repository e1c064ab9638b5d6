/** Beginnings of files by which their kind is known, whatever their names say. Longer ones first. */
const BEGINNINGS: readonly (readonly [hex: string, type: string])[] = [
  ['89504e470d0a1a0a', 'image/png'],
  ['d0cf11e0a1b11ae1', 'application/x-ole-storage'],
  ['255044462d', 'application/pdf'],
  ['377abcaf271c', 'application/x-7z-compressed'],
  ['526172211a07', 'application/vnd.rar'],
  ['474946383961', 'image/gif'],
  ['474946383761', 'image/gif'],
  ['504b0304', 'application/zip'],
  ['49492a00', 'image/tiff'],
  ['4d4d002a', 'image/tiff'],
  ['ffd8ff', 'image/jpeg'],
  ['424d', 'image/bmp'],
];

/** What a program would run, or a browser would take for a page: never attached, under whatever name. */
const RUNS: readonly (readonly [hex: string, what: string])[] = [
  ['7f454c46', 'ELF'],
  ['4d5a', 'PE'],
  ['2321', 'script'],
  ['cafebabe', 'Java'],
  ['cffaedfe', 'Mach-O'],
];

const OFFICE: readonly (readonly [within: string, type: string])[] = [
  ['word/', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['xl/', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['ppt/', 'application/vnd.openxmlformats-officedocument.presentationml.presentation'],
];

/** How many of the first bytes are looked at. */
export const LOOKED_AT = 4_096;

/** The media type that the first bytes of a file show; undefined: one that is not taken. */
export function mediaTypeOf(beginning: Buffer): string | undefined {
  const hex = beginning.subarray(0, 16).toString('hex');
  if (RUNS.some(([begins]) => hex.startsWith(begins))) return undefined;
  const found = BEGINNINGS.find(([begins]) => hex.startsWith(begins))?.[1];
  if (found === 'application/zip') return officeIn(beginning) ?? found;
  if (found) return found;
  return isText(beginning) ? 'text/plain' : 'application/octet-stream';
}

/** The names of the first entries of an archive tell which office program wrote it. */
function officeIn(beginning: Buffer): string | undefined {
  const names = beginning.toString('latin1');
  return OFFICE.find(([within]) => names.includes(within))?.[1];
}

function isText(beginning: Buffer): boolean {
  const controls = [...beginning].filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13);
  return beginning.length > 0 && controls.length === 0;
}

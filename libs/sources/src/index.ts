export {
  type DocumentHead,
  type DocumentRead,
  DocumentsRead,
  type ExaminedFile,
  examineFile,
  type Found,
} from './documents-read.js';
export { filesOf, type PackedFile } from './packed.js';
export { type ReadSource, readSource, SOURCE_BYTES, type SourceBounds, type SourceFormat } from './read-source.js';

export { type DocumentHead, type DocumentRead, DocumentsRead, type Found } from './documents-read.js';
export { type ReadSource, readSource, SOURCE_BYTES, type SourceBounds, type SourceFormat } from './read-source.js';

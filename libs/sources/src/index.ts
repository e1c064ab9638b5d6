export { type ReadSource, readSource, SOURCE_BYTES, type SourceBounds, type SourceFormat } from './read-source.js';

export { readTable, type TableBounds } from './read-table.js';

export { BACKUPS, type BackupEvent, type BackupMade } from './backups.js';
export { drawnKey, Exposed, keptKey } from './drawn-key.js';
export { DiskFails, LastWord } from './last-word.js';

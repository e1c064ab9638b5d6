export { BACKUPS, type BackupEvent, type BackupMade } from './backups.js';
export { drawnKey, Exposed } from './drawn-key.js';
export { LastWord } from './last-word.js';

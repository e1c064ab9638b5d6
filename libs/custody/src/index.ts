export { drawnKey, Exposed } from './drawn-key.js';
export { LastWord } from './last-word.js';

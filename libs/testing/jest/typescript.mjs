/** `node --import` this to run our TypeScript from the sources, as the tests see it: no build is needed. */
import { register } from 'node:module';

register('./typescript-hooks.mjs', import.meta.url);

import 'reflect-metadata';
import { settings } from '#libs/config';
import { createApi } from './create-api.js';
import { documentOf } from './open-api.js';
import { unconnectedResources } from './resources.js';

/** Prints the OpenAPI document of the API. No database is needed. */
const resources = unconnectedResources(settings({ LOG_LEVEL: 'silent' }));
const app = await createApi(resources);
process.stdout.write(`${JSON.stringify(documentOf(app), null, 1)}\n`);
await app.close();
await resources.close();

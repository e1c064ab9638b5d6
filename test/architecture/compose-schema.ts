/** The part of the compose specification (compose-spec.io) that our file uses; anything else is a mistake here. */
const duration = { type: 'string', pattern: '^(?:\\d+(?:h|m|s|ms))+$' };
const words = { type: 'array', items: { type: 'string' }, minItems: 1 };

const healthcheck = {
  type: 'object',
  required: ['test', 'interval', 'timeout', 'retries'],
  additionalProperties: false,
  properties: {
    test: { type: 'array', minItems: 2, prefixItems: [{ enum: ['CMD', 'CMD-SHELL'] }], items: { type: 'string' } },
    interval: duration,
    timeout: duration,
    start_period: duration,
    retries: { type: 'integer', minimum: 1 },
  },
};

const service = {
  type: 'object',
  anyOf: [{ required: ['image'] }, { required: ['build'] }],
  additionalProperties: false,
  properties: {
    image: { type: 'string', pattern: '^[a-z0-9./_-]+:[\\w.-]+$' },
    build: {
      type: 'object',
      required: ['context', 'dockerfile'],
      additionalProperties: false,
      properties: { context: { type: 'string' }, dockerfile: { type: 'string' } },
    },
    init: { type: 'boolean' },
    restart: { enum: ['no', 'always', 'unless-stopped', 'on-failure'] },
    command: words,
    environment: { type: 'object', additionalProperties: { type: 'string' } },
    ports: { type: 'array', items: { type: 'string', pattern: '^(?:[\\d.]+:)?\\d+:\\d+$' } },
    volumes: { type: 'array', items: { type: 'string', pattern: '^[./\\w-]+:/[./\\w-]+(?::ro)?$' } },
    depends_on: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['condition'],
        additionalProperties: false,
        properties: { condition: { enum: ['service_started', 'service_healthy', 'service_completed_successfully'] } },
      },
    },
    healthcheck,
  },
};

export const composeSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  type: 'object',
  required: ['services', 'volumes'],
  additionalProperties: false,
  patternProperties: { '^x-': {} },
  properties: {
    name: { type: 'string', pattern: '^[a-z0-9][a-z0-9_-]*$' },
    services: { type: 'object', minProperties: 1, additionalProperties: service },
    volumes: { type: 'object', additionalProperties: { type: 'object', maxProperties: 0 } },
  },
};

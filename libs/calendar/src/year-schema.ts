/** Most bytes of a calendar file; the longest real one has under 4 KB. */
export const MOST_CHARACTERS = 64 * 1024;

const day = { type: 'string', pattern: '^2(?:0\\d\\d|100)-\\d\\d-\\d\\d$' };
const words = { type: 'string', minLength: 1, maxLength: 200 };

function object(properties: Record<string, unknown>, optional: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    type: 'object',
    properties: { ...properties, ...optional },
    required: Object.keys(properties),
    additionalProperties: false,
  };
}

/** The JSON Schema (2020-12) of a calendar file; `calendars/calendar.schema.json` is this value printed. */
export const YEAR_SCHEMA = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: '放假安排 / holidays of a year',
  ...object(
    {
      year: { type: 'integer', minimum: 2000, maximum: 2100 },
      provisional: { type: 'boolean', description: 'true: the notice of the year is not known yet' },
      source: object({ title: words, number: words, date: day }),
      holidays: {
        type: 'array',
        minItems: 1,
        maxItems: 20,
        items: object({
          name: object({ zh: words, en: words }),
          from: day,
          to: day,
          days: { type: 'integer', minimum: 1, maximum: 31, description: 'from and to included, as the notice says' },
          workedInstead: { type: 'array', items: day, maxItems: 10, uniqueItems: true, description: '调休上班' },
        }),
      },
    },
    { $schema: { type: 'string', maxLength: 200 } },
  ),
};

import { specification } from '#libs/testing';
import { publication } from './publication.js';

const published = (version: string, hash = version) => ({ id: 'county', version, hash, text: '{}' });
const event = (version: string) => ({ type: 'SchemePublished', data: published(version) }) as const;
const by = { personId: 'shi', accountId: 'shi-1', role: 'campaign-manager', memberOf: [] };
const publish = (version: string, { shipped = 0, hash = version } = {}) =>
  ({
    type: 'PublishScheme',
    data: { ...published(version, hash), shipped },
    by,
    at: '2022-03-01T00:00:00.000Z',
  }) as const;

describe('A scheme', () => {
  const given = specification(publication);

  it('is published version after version', () => {
    given().when(publish('1')).then(event('1'));
    given(event('1')).when(publish('2')).then(event('2'));
    given()
      .when(publish('2', { shipped: 1 }))
      .then(event('2'));
  });

  it('is not published twice by a double click', () => given(event('1')).when(publish('1')).thenNothing());

  it('never changes under a version that is published or shipped', () => {
    given(event('1'))
      .when(publish('1', { hash: 'other' }))
      .thenRefused('scheme.version-is-published', { next: 2 });
    given()
      .when(publish('1', { shipped: 1 }))
      .thenRefused('scheme.version-is-published', { next: 2 });
  });

  it('leaves no version out', () => given().when(publish('3')).thenRefused('scheme.version-not-next', { next: 1 }));
});

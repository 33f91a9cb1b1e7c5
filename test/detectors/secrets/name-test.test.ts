import { describe, expect, it } from 'vitest';
import { createNameTest } from '../../../src/detectors/secrets/name-test.ts';

const isNamed = (name: string, isIdentifier = false): boolean =>
  createNameTest({ some: ['okta', 'algolia'], none: ['widget'], isIdentifier })({
    name,
    lowerName: name.toLowerCase(),
    value: '',
    start: 0,
    quoted: true,
    inExpression: false,
  });

describe('the name of an assignment', () => {
  it.each([
    'OKTA_TOKEN',
    'oktaToken',
    'my_okta_key',
    'myOktaToken',
    'algoliaApiKey',
    'MYALGOLIAKEY',
    'var algoliaSupport',
  ])('%s announces the provider', name => {
    expect(isNamed(name)).toBe(true);
  });

  it.each([
    'oktane',
    'joktaToken',
    'algoliaWidgetKey',
    'algolia_app_id',
    'algoliaIndexName',
    'ALGOLIA_URL',
    'algolia.ts',
  ])('%s announces something else', name => {
    expect(isNamed(name)).toBe(false);
  });

  it('may end in an identifier where that is what leaks', () => {
    expect(isNamed('oktaClientId', true)).toBe(true);
  });
});

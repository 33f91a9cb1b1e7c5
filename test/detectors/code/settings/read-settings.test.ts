import { describe, expect, it } from 'vitest';
import { isForDevelopers, readSettings } from '../../../../src/detectors/code/settings/read-settings.ts';

const plain = (path: string, text: string) =>
  readSettings(path, text).map(({ key, value }) => `${key}=${value}`);

describe('settings', () => {
  it('are read from properties, whatever the spelling of their keys', () => {
    expect(
      plain('application.properties', '# a\nserver.Include-Stack_Trace : "on"  \nexport B=1 # c\n'),
    ).toEqual(['server.includestacktrace=on', 'b=1']);
  });

  it('are read from YAML with their whole key', () => {
    expect(plain('application.yml', 'a:\n  b-c: true\n  list: [x, y]\nd.e: 1\n')).toEqual([
      'a.bc=true',
      'a.list=x',
      'a.list=y',
      'd.e=1',
    ]);
  });

  it('leave out the parts of YAML for developers', () => {
    const text = 'a: 1\n---\nspring:\n  config:\n    activate:\n      on-profile: dev\nb: 2\n';
    expect(plain('application.yaml', text)).toEqual(['a=1']);
  });

  it('point at their place in the text', () => {
    const text = 'x: 1\ndebug: true\n';
    const [, found] = readSettings('application.yml', text);
    expect(text.slice(found?.start, found?.end)).toBe('debug: true');
  });

  it.each(['application-dev.yml', '.env.example', '.env.local', 'config/test.env'])(
    'of %s are for developers',
    path => {
      expect(isForDevelopers(path)).toBe(true);
    },
  );

  it.each(['application.yml', '.env', 'deploy/prod.env', '.env.production'])(
    'of %s are for everybody',
    path => {
      expect(isForDevelopers(path)).toBe(false);
    },
  );
});

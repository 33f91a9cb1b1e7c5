import { defineAttributeRule } from './define-attribute-rule.ts';
import { notMatching } from './model/expectation.ts';

export const googleFunctionRuntime = defineAttributeRule({
  id: 'google-function-runtime',
  title: 'Function on a runtime that gets no more fixes',
  concern: 'maintenance',
  severity: 'medium',
  fix: 'Use a supported runtime.',
  references: ['https://cloud.google.com/functions/docs/runtime-support'],
  checks: [
    {
      type: 'google_cloudfunctions_function',
      attribute: 'runtime',
      expect: notMatching(
        /^(?:nodejs(?:[68]|1[0-8])|python3[78]|go11[1-9]|go120|java11|dotnet[36]|ruby2\d|ruby30|php7\d|php81)$/,
        'nodejs22',
        'nodejs10',
      ),
    },
    {
      type: 'google_cloudfunctions2_function',
      attribute: 'build_config.runtime',
      expect: notMatching(
        /^(?:nodejs(?:[68]|1[0-8])|python3[78]|go11[1-9]|go120|java11|dotnet[36]|ruby2\d|ruby30|php7\d|php81)$/,
        'nodejs22',
        'nodejs10',
      ),
    },
    {
      type: 'google_app_engine_standard_app_version',
      attribute: 'runtime',
      expect: notMatching(
        /^(?:nodejs(?:[68]|1[0-8])|python3[78]|go11[1-9]|go120|java11|dotnet[36]|ruby2\d|ruby30|php7\d|php81)$/,
        'nodejs22',
        'nodejs10',
      ),
    },
  ],
});

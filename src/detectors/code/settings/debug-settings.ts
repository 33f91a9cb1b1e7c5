import type { RawFinding, SourceFile } from '../../../contracts/detector.ts';
import type { SettingsModel } from '../define-code-rule.ts';
import { isForDevelopers, readSettings } from './read-settings.ts';

type Check = {
  readonly key: RegExp;
  readonly value: RegExp;
  readonly message: string;
  readonly confidence?: 'high' | 'medium' | 'low';
};

const on = /^(?:true|1|yes|on|enabled)$/i;

/** Spring Boot (docs.spring.io/spring-boot/appendix/application-properties). */
const ofSpring: readonly Check[] = [
  {
    key: /^(?:server|spring\.web)\.error\.includestacktrace$/,
    value: /^(?:always|on[_-](?:trace[_-])?param)$/i,
    message: 'Errors are answered with their stack.',
  },
  {
    key: /^spring\.h2\.console\.enabled$/,
    value: on,
    message: 'The console of the database is served.',
  },
  {
    key: /^management\.endpoints\.web\.exposure\.include$/,
    value: /^\*$|\b(?:heapdump|env|threaddump|shutdown|jolokia)\b/,
    message: 'Endpoints of the actuator that show memory and settings are served.',
    confidence: 'medium',
  },
  {
    key: /^management\.endpoint\.(?:env|configprops)\.showvalues$/,
    value: /^always$/i,
    message: 'The actuator shows the values of settings to everybody.',
  },
  {
    key: /^management\.endpoint\.shutdown\.(?:enabled|access)$/,
    value: /^(?:true|unrestricted)$/i,
    message: 'The actuator can stop the process.',
    confidence: 'medium',
  },
  {
    key: /^spring\.devtools\.remote\.secret$/,
    value: /./,
    message: 'Code can be changed from outside through the developer tools.',
  },
  { key: /^(?:debug|trace)$/, value: /^true$/i, message: 'The program runs in debug mode.' },
  {
    key: /^server\.servlet\.jsp\.initparameters\.development$/,
    value: on,
    message: 'Pages are compiled again at each request, and errors show their source.',
    confidence: 'medium',
  },
];

/** Flask, Django, Laravel, Rails and others read these from the environment. */
const ofEnvironment: readonly Check[] = [
  {
    key: /^(?:flask|django|app|quart|starlette|werkzeug)debug$/,
    value: on,
    message: 'The server runs in debug mode.',
  },
  { key: /^debug$/, value: on, message: 'The server runs in debug mode.', confidence: 'medium' },
  { key: /^flaskenv$/, value: /^development$/i, message: 'The server runs in debug mode.' },
];

const springFile = /(?:^|\/)(?:application|bootstrap)(?:-[\w-]+)?\.(?:properties|ya?ml)$/i;
const environmentFile = /(?:^|\/)(?:\.flaskenv|\.env(?:\.[\w-]+)?|[\w-]+\.env)$/i;
const applicationFile = /(?:^|\/)(?:settings|config|configuration)\.ya?ml$/i;

/** Debugging switched on by the settings that a program reads, rather than by its code. */
export const debugSettings: SettingsModel = {
  keywords: [
    'debug',
    'stacktrace',
    'console',
    'exposure',
    'show-values',
    'shutdown',
    'devtools',
    'flask_env',
  ],
  appliesTo: path =>
    (springFile.test(path) || environmentFile.test(path) || applicationFile.test(path)) &&
    !isForDevelopers(path),
  detect(file) {
    if (springFile.test(file.path)) return found(file, ofSpring);
    return found(file, ofEnvironment);
  },
};

function found(file: SourceFile, checks: readonly Check[]): readonly RawFinding[] {
  return readSettings(file.path, file.text).flatMap(({ key, value, start, end }) =>
    checks
      .filter(check => check.key.test(key) && check.value.test(value))
      .map(({ message, confidence }) => ({
        start,
        end,
        message,
        ...(confidence === undefined ? {} : { confidence }),
      })),
  );
}

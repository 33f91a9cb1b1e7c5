import type { SourceFile } from '../../contracts/detector.ts';
import { exampleToken } from './example-token.ts';
import { isRealPassword, isUnreachableHost } from './real-password.ts';
import { defineSecretRule, type FoundSecret } from './secret-rule.ts';

/** `postgres://user:password@host/db` and its relatives, also behind `jdbc:` and with a driver (`mysql+pymysql`). */
const databaseUrl =
  /\b(?:postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?|mssql|sqlserver|oracle|cockroachdb|clickhouse|couchdb|cassandra|neo4j|bolt|influxdb|nats|kafka|snowflake|redshift|memcached?|elasticsearch)(?:\+\w{1,20})?:\/\/(?<user>[^\s"'`<>:/@?#\\]{0,100}):(?<password>[^\s"'`<>/@?\\]{3,200})@(?<host>[\w.[\]:,-]{2,300})/dgi;

/** `Server=…;User Id=…;Password=…;` of ADO.NET, ODBC and OLE DB, in any order on one line. */
const keyValueString =
  /\b(?:server|data source|host|addr(?:ess)?|endpoint)[ \t]{0,4}=[ \t]{0,4}(?<host>[^;"'`\n]{2,200});(?=[^"'`\n]{0,400}?\b(?:password|pwd)[ \t]{0,4}=[ \t]{0,4}(?<password>[^;"'`\s]{4,200}))/dgi;

function* find({ text }: SourceFile): Iterable<FoundSecret> {
  for (const pattern of [databaseUrl, keyValueString]) {
    for (const match of text.matchAll(pattern)) {
      const { password = '', host = '', user = '' } = match.groups ?? {};
      const [start, end] = match.indices?.groups?.['password'] ?? [0, 0];
      if (!isRealPassword(password) || password === user) continue;
      if (isUnreachableHost(host.replace(/^tcp:/, ''))) continue;
      const inCluster = !host.includes('.');
      const message = 'Database password in a connection string.';
      yield inCluster
        ? { start, end, message, severity: 'medium', confidence: 'low' }
        : { start, end, message };
    }
  }
}

const password = exampleToken('base62', 14, 5);

export const connectionString = defineSecretRule({
  id: 'connection-string',
  title: 'database password in a connection string',
  keywords: ['://', 'password', 'pwd'],
  severity: 'critical',
  confidence: 'medium',
  why: 'Whoever reads the repository and reaches the host can read and change the data.',
  fix: 'Change the password, and read the connection string from the environment or a secret store; prefer identities without passwords.',
  references: [
    'https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING-URIS',
    'https://www.mongodb.com/docs/manual/reference/connection-string/',
    'https://learn.microsoft.com/en-us/dotnet/framework/data/adonet/connection-string-syntax',
  ],
  find,
  bad: [
    { path: '.env', text: `DATABASE_URL=postgresql://app:${password}@db.acme-corp.io:5432/app\n` },
    { path: 'settings.py', text: `MONGO = "mongodb+srv://app:${password}@cluster0.ab1cd.mongodb.net/app"\n` },
    {
      path: 'appsettings.json',
      text: `{ "Default": "Server=tcp:acme.database.windows.net,1433;Database=app;User ID=app;Password=${password};" }\n`,
    },
  ],
  good: [
    { path: '.env.example', text: 'DATABASE_URL=postgresql://postgres:postgres@localhost:5432/app\n' },
    { path: 'compose.yaml', text: 'DATABASE_URL: mysql://root:root@db/app\n' },
    { path: 'settings.py', text: 'URL = f"postgresql://{user}:{password}@{host}/app"\n' },
  ],
});

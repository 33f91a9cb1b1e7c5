import { defineCodeRule } from './define-code-rule.ts';
import type { Value } from './engine/value.ts';
import { goHardcodedCredentials } from './go/settings.ts';
import { javaHardcodedCredentials } from './java/settings.ts';

const placeholder =
  /^(?:|x+|\*+|<.*>|\$\{.*\}|\{\{.*\}\}|changeme|change-?me.*|your[-_ ].*|example.*|placeholder|test|none|null|undefined|todo.*|password|secret)$/i;

function judge(values: readonly (Value | undefined)[]): string | undefined {
  const found = values.some(
    value => typeof value?.constant === 'string' && !placeholder.test(value.constant),
  );
  return found ? 'The password or key is a constant in the code.' : undefined;
}

/** CWE-798; cheatsheetseries.owasp.org, Secrets Management. */
export const hardcodedCredentials = defineCodeRule({
  id: 'hardcoded-credentials',
  title: 'Password in the code',
  severity: 'high',
  confidence: 'medium',
  cwe: ['CWE-798', 'CWE-259'],
  owasp: ['A07'],
  what: 'Reports connections and accounts whose password is a constant.',
  why: 'Whoever reads the code has the password, and it cannot be changed without a release.',
  fix: 'Read the password from the environment or a secret store.',
  references: [
    'https://cwe.mitre.org/data/definitions/798.html',
    'https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html',
  ],
  keywords: ['password', 'passwd', 'pwd', 'secret', '.login('],
  withoutSource: /passw|\bpass\b|pwd|secret|login|PlainCredentials/i,
  examples: {
    bad: [
      {
        path: 'src/db.ts',
        text: "import { Pool } from 'pg';\nexport const pool = new Pool({ user: 'app', password: 'correct horse battery' });\n",
      },
      {
        path: 'app/db.py',
        text: "import psycopg2\n\nconnection = psycopg2.connect(host='db', user='app', password='correct horse battery')\n",
      },
    ],
    good: [
      {
        path: 'src/db.ts',
        text: "import { Pool } from 'pg';\nexport const pool = new Pool({ user: 'app', password: process.env.DB_PASSWORD });\n",
      },
      {
        path: 'app/db.py',
        text: "import os\nimport psycopg2\n\nconnection = psycopg2.connect(host='db', user='app', password=os.environ['DB_PASSWORD'])\n",
      },
    ],
  },
  models: {
    go: goHardcodedCredentials,
    java: javaHardcodedCredentials,
    javascript: {
      withoutSource:
        /\b(?:pg|mysql2?|redis|ioredis|mssql|oracledb|nodemailer|ldapjs|ftp|knex|typeorm|tedious|mongodb|mongoose|express-session|mariadb|amqplib|sequelize)\b/,
      checks: [
        {
          calls: [
            'pg.Pool',
            'pg.Client',
            'mysql.createConnection',
            'mysql.createPool',
            'mysql2.createConnection',
            'mysql2.createPool',
            'mysql2/promise.createConnection',
            'mysql2/promise.createPool',
            'redis.createClient',
            'ioredis',
            'mssql.connect',
            'oracledb.getConnection',
            'nodemailer.createTransport',
            'ldapjs.createClient',
            'ftp.Client',
            'knex',
            'typeorm.DataSource',
            'tedious.Connection',
            'mongodb.MongoClient',
            'mongoose.connect',
            'express-session',
            'mariadb.createPool',
            'amqplib.connect',
          ],
          check: call =>
            judge(
              [0, 1].flatMap(position =>
                ['password', 'auth.pass', 'connection.password', 'auth.password', 'secret'].map(name =>
                  call.option(position, name),
                ),
              ),
            ),
        },
        {
          calls: ['sequelize.Sequelize', 'sequelize'],
          check: call => judge([call.arg(2), call.option(0, 'password')]),
        },
      ],
    },
    python: {
      checks: [
        {
          calls: [
            'psycopg2.connect',
            'psycopg.connect',
            'MySQLdb.connect',
            'pymysql.connect',
            'mysql.connector.connect',
            'redis.Redis',
            'redis.StrictRedis',
            'pyodbc.connect',
            'pymongo.MongoClient',
            'asyncpg.connect',
            'aiomysql.connect',
            'ftplib.FTP',
            'cx_Oracle.connect',
            'oracledb.connect',
            'pika.PlainCredentials',
            'paramiko.SSHClient().connect',
            'ldap3.Connection',
            'asyncpg.create_pool',
            'snowflake.connector.connect',
            'imaplib.IMAP4_SSL().login',
            'smtplib.SMTP().login',
            'smtplib.SMTP_SSL().login',
            'ftplib.FTP().login',
          ],
          check: call =>
            judge([
              call.arg('password'),
              call.arg('passwd'),
              ...(/login|PlainCredentials$/.test(call.method) ? [call.arg(1)] : []),
            ]),
        },
        {
          calls: ['boto3.client', 'boto3.resource', 'boto3.Session', 'boto3.session.Session'],
          check: call => judge([call.arg('aws_secret_access_key'), call.arg('aws_session_token')]),
        },
        {
          writes: ['SECRET_KEY', '*.secret_key', 'index.SECRET_KEY', 'index.JWT_SECRET_KEY'],
          check: call =>
            call.mentions(/flask|django|INSTALLED_APPS|Flask\(/i) ? judge([call.arg(0)]) : undefined,
        },
      ],
    },
  },
});

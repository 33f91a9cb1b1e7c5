import { withBase62Checksum } from '../../src/detectors/secrets/base62-checksum.ts';
import { exampleToken } from '../../src/detectors/secrets/example-token.ts';

type Files = Readonly<Record<string, string>>;

/** A well-formed, made-up token; assembled at run time because no repository should hold one. */
export const leakedToken = withBase62Checksum(`ghp_${exampleToken('base62', 36, 7)}`);

/** What the pull request opens with: a feature that somebody might write in a hurry. Every problem is planted. */
export const plantedChange: Files = {
  'src/export.ts': `import { exec } from 'node:child_process';
import { app } from './server.ts';

const releasesToken = '${leakedToken}';

app.get('/export', (request, response) => {
  if (request.get('x-role') !== 'clerk\u202e \u2066// clerks only\u2069 \u2066') return response.status(403).end();
  const day = request.query.day;
  exec(\`tar -czf /tmp/labels.tgz labels/\${day}\`, error => {
    if (error) return response.status(500).end();
    response.download('/tmp/labels.tgz');
  });
});

export async function latestRelease(): Promise<unknown> {
  const answer = await fetch('https://api.github.com/repos/octo/parcel-desk/releases/latest', {
    headers: { authorization: \`Bearer \${releasesToken}\` },
  });
  return await answer.json();
}
`,
  'reports/daily.py': `import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/reports/daily")
def daily():
    carrier = request.args.get("carrier", "")
    with sqlite3.connect("parcels.db") as database:
        rows = database.execute(
            f"SELECT day, sent FROM totals WHERE carrier = '{carrier}' ORDER BY day"
        ).fetchall()
    return jsonify(rows)
`,
  'infra/uploader-policy.json': `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "UploadLabels",
      "Effect": "Allow",
      "Action": "*",
      "Resource": "*"
    }
  ]
}
`,
  '.github/workflows/label.yml': `name: Label
on:
  pull_request_target:
    types: [opened, edited]
permissions: {}
concurrency:
  group: label-\${{ github.event.pull_request.number }}
  cancel-in-progress: true
jobs:
  label:
    runs-on: ubuntu-24.04
    permissions:
      pull-requests: write # adds the label
    steps:
      - name: Label carrier changes
        env:
          GH_TOKEN: \${{ github.token }}
        run: |
          if echo "\${{ github.event.pull_request.title }}" | grep -qi carrier; then
            gh pr edit \${{ github.event.pull_request.number }} --repo octo/parcel-desk --add-label carrier
          fi
`,
};

/** The author's answer to the review: everything but the workflow's trigger. */
export const fixingChange: Files = {
  'src/export.ts': `import { execFile } from 'node:child_process';
import { app } from './server.ts';

app.get('/export', (request, response) => {
  if (request.get('x-role') !== 'clerk') return response.status(403).end();
  const day = Number(request.query.day);
  execFile('tar', ['-czf', '/tmp/labels.tgz', '--', \`labels/\${day}\`], error => {
    if (error) return response.status(500).end();
    response.download('/tmp/labels.tgz');
  });
});

export async function latestRelease(): Promise<unknown> {
  const answer = await fetch('https://api.github.com/repos/octo/parcel-desk/releases/latest', {
    headers: { authorization: \`Bearer \${process.env.RELEASES_TOKEN}\` },
  });
  return await answer.json();
}
`,
  'reports/daily.py': `import sqlite3

from flask import Flask, jsonify, request

app = Flask(__name__)


@app.get("/reports/daily")
def daily():
    carrier = request.args.get("carrier", "")
    with sqlite3.connect("parcels.db") as database:
        rows = database.execute(
            "SELECT day, sent FROM totals WHERE carrier = ? ORDER BY day", (carrier,)
        ).fetchall()
    return jsonify(rows)
`,
  'infra/uploader-policy.json': `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "UploadLabels",
      "Effect": "Allow",
      "Action": ["s3:PutObject", "s3:GetObject"],
      "Resource": "arn:aws:s3:::parcel-desk-labels/*"
    }
  ]
}
`,
  '.github/workflows/label.yml': `name: Label
on:
  pull_request_target:
    types: [opened, edited]
permissions: {}
concurrency:
  group: label-\${{ github.event.pull_request.number }}
  cancel-in-progress: true
jobs:
  label:
    runs-on: ubuntu-24.04
    permissions:
      pull-requests: write # adds the label
    steps:
      - name: Label carrier changes
        env:
          GH_TOKEN: \${{ github.token }}
          NUMBER: \${{ github.event.pull_request.number }}
          TITLE: \${{ github.event.pull_request.title }}
        run: |
          if echo "$TITLE" | grep -qi carrier; then
            gh pr edit "$NUMBER" --repo octo/parcel-desk --add-label carrier
          fi
`,
};

/** What the tests missed: the column that the report asks for. */
export const missingColumn: Files = {
  'reports/schema.sql': `CREATE TABLE totals (day TEXT NOT NULL, sent INTEGER NOT NULL, carrier TEXT NOT NULL);
`,
};

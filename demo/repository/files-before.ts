/** The default branch of the demo's repository: a small service that tracks parcels. */
export const filesBefore: Readonly<Record<string, string>> = {
  'README.md': `# parcel-desk

Looks up parcels and prints labels. \`npm start\` serves on port 8080.
`,
  'package.json': `{
  "name": "parcel-desk",
  "private": true,
  "type": "module",
  "scripts": { "start": "node src/server.ts", "test": "node --test" },
  "dependencies": { "express": "5.1.0" }
}
`,
  'src/server.ts': `import express from 'express';
import { findParcel } from './parcels.ts';

export const app = express();

app.get('/parcels/:id', async (request, response) => {
  const parcel = await findParcel(request.params.id);
  if (parcel === undefined) return response.status(404).end();
  response.json(parcel);
});

app.listen(8080);
`,
  'src/parcels.ts': `const carrierUrl = 'https://carrier.example/v2/parcels';

export async function findParcel(id: string): Promise<unknown> {
  const answer = await fetch(\`\${carrierUrl}/\${encodeURIComponent(id)}\`);
  return answer.ok ? await answer.json() : undefined;
}
`,
  'reports/daily.py': `import sqlite3

from flask import Flask, jsonify

app = Flask(__name__)


@app.get("/reports/daily")
def daily():
    with sqlite3.connect("parcels.db") as database:
        rows = database.execute("SELECT day, sent FROM totals ORDER BY day").fetchall()
    return jsonify(rows)
`,
  'reports/schema.sql': `CREATE TABLE totals (day TEXT NOT NULL, sent INTEGER NOT NULL);
`,
  'reports/test_daily.py': `import sqlite3
from pathlib import Path

import pytest

from reports.daily import app


@pytest.fixture(autouse=True)
def totals(tmp_path, monkeypatch):
    schema = Path(__file__).with_name("schema.sql").read_text()
    monkeypatch.chdir(tmp_path)
    with sqlite3.connect("parcels.db") as database:
        database.executescript(schema)


def test_daily_report():
    app.testing = True
    assert app.test_client().get("/reports/daily").json == []
`,
  'infra/uploader-policy.json': `{
  "Version": "2012-10-17",
  "Statement": [
    {
      "Sid": "UploadLabels",
      "Effect": "Allow",
      "Action": "s3:PutObject",
      "Resource": "arn:aws:s3:::parcel-desk-labels/*"
    }
  ]
}
`,
  '.github/devops.yml': `deploy:
  environments:
    staging:
      url: https://staging.parcel-desk.example
      runner: { type: workflow, file: deploy.yml }
      gates: { checks: ['devops / security review'] }
`,
  '.github/workflows/deploy.yml': `name: Deploy
run-name: Deploy \${{ inputs.environment }} (\${{ inputs.devops_run }})
on:
  workflow_dispatch:
    inputs:
      sha: { required: true }
      environment: { required: true }
      devops_run: { required: false }
permissions: {}
concurrency:
  group: deploy-\${{ inputs.environment }}
  cancel-in-progress: false
jobs:
  deploy:
    runs-on: ubuntu-24.04
    permissions:
      contents: read # checkout
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          ref: \${{ inputs.sha }}
          persist-credentials: false
      - run: ./deploy.sh
`,
  '.github/workflows/test.yml': `name: Test
on: [push, pull_request]
permissions: {}
concurrency:
  group: test-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  test:
    runs-on: ubuntu-24.04
    permissions:
      contents: read # checkout
    steps:
      - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683 # v4.2.2
        with:
          persist-credentials: false
      - run: npm ci && npm test
      - run: python -m pytest -q --tb=short
`,
};

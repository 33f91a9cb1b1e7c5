/** What pytest 9 prints when the planted report meets the schema that it forgot, as the job's log has it. */
const output = `##[group]Run python -m pytest -q --tb=short
\u001b[36;1mpython -m pytest -q --tb=short\u001b[0m
shell: /usr/bin/bash -e {0}
##[endgroup]
F                                                                        [100%]
=================================== FAILURES ===================================
______________________________ test_daily_report _______________________________
reports/test_daily.py:19: in test_daily_report
    assert app.test_client().get("/reports/daily").json == []
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
/opt/hostedtoolcache/Python/3.11.7/x64/lib/python3.11/site-packages/werkzeug/test.py:1162: in get
    return self.open(*args, **kw)
           ^^^^^^^^^^^^^^^^^^^^^^
/opt/hostedtoolcache/Python/3.11.7/x64/lib/python3.11/site-packages/flask/testing.py:235: in open
    response = super().open(
/opt/hostedtoolcache/Python/3.11.7/x64/lib/python3.11/site-packages/werkzeug/test.py:1116: in open
    response_parts = self.run_wsgi_app(request.environ, buffered=buffered)
                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
/opt/hostedtoolcache/Python/3.11.7/x64/lib/python3.11/site-packages/werkzeug/test.py:988: in run_wsgi_app
    rv = run_wsgi_app(self.application, environ, buffered=buffered)
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
/opt/hostedtoolcache/Python/3.11.7/x64/lib/python3.11/site-packages/werkzeug/test.py:1264: in run_wsgi_app
    app_rv = app(environ, start_response)
             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
/opt/hostedtoolcache/Python/3.11.7/x64/lib/python3.11/site-packages/flask/app.py:1536: in __call__
    return self.wsgi_app(environ, start_response)
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
/opt/hostedtoolcache/Python/3.11.7/x64/lib/python3.11/site-packages/flask/app.py:1514: in wsgi_app
    response = self.handle_exception(e)
               ^^^^^^^^^^^^^^^^^^^^^^^^
/opt/hostedtoolcache/Python/3.11.7/x64/lib/python3.11/site-packages/flask/app.py:1511: in wsgi_app
    response = self.full_dispatch_request()
               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
/opt/hostedtoolcache/Python/3.11.7/x64/lib/python3.11/site-packages/flask/app.py:919: in full_dispatch_request
    rv = self.handle_user_exception(e)
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
/opt/hostedtoolcache/Python/3.11.7/x64/lib/python3.11/site-packages/flask/app.py:917: in full_dispatch_request
    rv = self.dispatch_request()
         ^^^^^^^^^^^^^^^^^^^^^^^
/opt/hostedtoolcache/Python/3.11.7/x64/lib/python3.11/site-packages/flask/app.py:902: in dispatch_request
    return self.ensure_sync(self.view_functions[rule.endpoint])(**view_args)  # type: ignore[no-any-return]
           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
reports/daily.py:12: in daily
    rows = database.execute(
E   sqlite3.OperationalError: no such column: carrier
=========================== short test summary info ============================
FAILED reports/test_daily.py::test_daily_report - sqlite3.OperationalError: n...
1 failed in 2.46s
##[error]Process completed with exit code 1.`;

/** The log of the failed job as GitHub serves it: a time before every line. */
export const failedTestsLog = output
  .split('\n')
  .map((line, index) => `2026-11-21T09:14:0${Math.floor(index / 10)}.${String(index % 10)}000000Z ${line}`)
  .join('\n');

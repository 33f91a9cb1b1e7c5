import type { AuditOutcome } from '../contracts/audit.ts';
import type { Severity } from '../contracts/severity.ts';
import { accountPasses, acrossControl, type Control, wholeAccount } from './control.ts';
import { type JsonEvent, readFilterPattern } from './filter-pattern.ts';
import type { MetricFilter } from './snapshot.ts';
import { logsAllManagementEvents } from './trail-events.ts';
import { covers, type TrailView, viewTrails } from './trail-views.ts';

/** What a control over alarms is made of. */
type Monitored = {
  readonly id: string;
  readonly v7: string;
  readonly severity: Severity;
  /** `changes of IAM policies`: what somebody hears of. */
  readonly what: string;
  /** Events that the filter must hear of, each. */
  readonly events: readonly JsonEvent[];
  /** A metric filter that does. */
  readonly pattern: string;
};

/** An event of CloudTrail as an ordinary user causes it, with what is special about it. */
export function cloudTrailEvent(special: JsonEvent): JsonEvent {
  return {
    eventType: 'AwsApiCall',
    awsRegion: 'eu-central-1',
    sourceIPAddress: '198.51.100.7',
    userAgent: 'aws-cli/2',
    recipientAccountId: '111122223333',
    ...special,
    userIdentity: { type: 'IAMUser', userName: 'someone', ...section(special, 'userIdentity') },
  };
}

/** Events by name of one service. */
export function eventsOf(eventSource: string, names: readonly string[]): readonly JsonEvent[] {
  return names.map(eventName => cloudTrailEvent({ eventSource, eventName }));
}

/** A filter by the names of events, as CloudWatch Logs takes it. */
export function patternOf(names: readonly string[], also = ''): string {
  const list = names.map(name => `($.eventName = ${name})`).join(' || ');
  return also === '' ? `{ ${list} }` : `{ (${also}) && (${list}) }`;
}

/**
 * The control that somebody hears of certain events: a trail over all regions, a metric filter on its log group that
 * hears of each of them, an alarm on its metric, a topic with a subscription that somebody confirmed.
 */
export function monitoringControl({ id, v7, severity, what, events, pattern }: Monitored): Control {
  return acrossControl({
    id,
    v7,
    severity,
    title: `Somebody hears of ${what}`,
    section: 'Monitoring',
    why: `Otherwise nobody notices ${what} before the damage is done.`,
    remedy: {
      change:
        'A metric filter on the trail’s log group, an alarm on its metric and a subscription that somebody confirms.',
      commands: [
        `aws logs put-metric-filter --region {region} --log-group-name <the trail's> --filter-name cis-${id} --metric-transformations metricName=cis-${id},metricNamespace=CIS,metricValue=1 --filter-pattern '${pattern}'`,
        `aws cloudwatch put-metric-alarm --region {region} --alarm-name cis-${id} --metric-name cis-${id} --namespace CIS --statistic Sum --period 300 --evaluation-periods 1 --threshold 1 --comparison-operator GreaterThanOrEqualToThreshold --treat-missing-data notBreaching --alarm-actions <topic arn>`,
        'aws sns subscribe --region {region} --topic-arn <topic arn> --protocol email --notification-endpoint <mailbox>  # and confirm it',
      ],
      terraform: `resource "aws_cloudwatch_log_metric_filter" "cis" {\n  name           = "cis-${id}"\n  log_group_name = "<the trail's>"\n  pattern        = ${JSON.stringify(pattern)}\n  metric_transformation {\n    name      = "cis-${id}"\n    namespace = "CIS"\n    value     = "1"\n  }\n}`,
      risk: 'Alarms that come too often are not read any more.',
      undo: `aws cloudwatch delete-alarms --region {region} --alarm-names cis-${id}`,
    },
    reads: { account: [], regions: ['trails', 'trail-status', 'trail-selectors', 'log-alarms'] },
    judge({ regions }, { missing }) {
      const filters = regions.flatMap(region => region['log-alarms']);
      const read = new Set(regions.map(({ region }) => region));
      return judgeChain({ views: viewTrails(regions), filters, read, events, missing });
    },
  });
}

function judgeChain(chain: {
  readonly views: readonly TrailView[];
  readonly filters: readonly MetricFilter[];
  /** Regions whose filters are known. */
  readonly read: ReadonlySet<string>;
  readonly events: readonly JsonEvent[];
  readonly missing: readonly AuditOutcome[];
}): readonly AuditOutcome[] {
  const { views, events, missing } = chain;
  const logging = views.filter(view => covers(view, logsAllManagementEvents) === true);
  const groups = new Set(logging.flatMap(({ trail }) => groupOf(trail.logGroupArn)));
  const onTrail = chain.filters.filter(({ logGroupArn }) =>
    groupOf(logGroupArn).some(name => groups.has(name)),
  );
  const links = onTrail.map(filter => ({
    filter,
    hears: readFilterPattern(filter.pattern),
    reach: reachOf(filter),
  }));
  const covered = (wanted: (reach: Reach) => boolean): boolean =>
    events.every(event => links.some(({ hears, reach }) => wanted(reach) && hears?.(event) === true));
  if (covered(reach => reach === 'somebody'))
    return [
      accountPasses(wholeAccount, true, { good: 'Filter, alarm and subscription are there.', bad: '' }),
    ];
  // Every region shows the trails over all regions; their filters are where the trail is.
  const isElsewhere = logging.some(
    ({ trail }) => trail.logGroupArn !== null && !chain.read.has(trail.homeRegion),
  );
  const errors = chain.read.size === 0 || isElsewhere ? [...missing] : [];
  const unknown = (reason: string): void => {
    errors.push({ verdict: 'ERROR', resource: wholeAccount, region: null, reason });
  };
  if (views.some(view => covers(view, logsAllManagementEvents) === undefined))
    unknown('A trail’s state or event selectors could not be read.');
  if (links.some(({ reach }) => reach === 'unknown')) unknown('Alarms or subscriptions could not be read.');
  if (errors.length > 0) return errors;
  const strange = links.find(({ hears, reach }) => hears === undefined && reach === 'somebody');
  if (strange !== undefined) {
    const reason = `What the filter ${strange.filter.name} hears of could not be told from its pattern.`;
    return [{ verdict: 'MANUAL', resource: wholeAccount, region: null, reason }];
  }
  return [accountPasses(wholeAccount, false, { good: '', bad: brokenLink({ logging, groups, covered }) })];
}

function brokenLink(chain: {
  readonly logging: readonly TrailView[];
  readonly groups: ReadonlySet<string>;
  readonly covered: (wanted: (reach: Reach) => boolean) => boolean;
}): string {
  if (chain.logging.length === 0) return 'No trail over all regions logs all management events.';
  if (chain.groups.size === 0) return 'The trail writes to no log group.';
  if (!chain.covered(() => true))
    return 'No metric filter of the trail’s log group hears of every such event.';
  return chain.covered(reach => reach !== 'nothing')
    ? 'The alarm’s topic has no confirmed subscription.'
    : 'No alarm with actions watches the filter’s metric.';
}

/** How far the news of a filter gets. */
type Reach = 'somebody' | 'nobody' | 'nothing' | 'unknown';

function reachOf({ alarms }: MetricFilter): Reach {
  if (alarms.kind === 'failed') return 'unknown';
  const topics = alarms.value.filter(({ hasActions }) => hasActions).flatMap(alarm => alarm.topics);
  if (topics.length === 0) return 'nothing';
  if (topics.some(({ confirmed }) => confirmed.kind === 'ok' && confirmed.value > 0)) return 'somebody';
  return topics.some(({ confirmed }) => confirmed.kind === 'failed') ? 'unknown' : 'nobody';
}

/** Log groups are written with and without `:*` at the end. */
function groupOf(arn: string | null): readonly string[] {
  return arn === null ? [] : [arn.replace(/:\*$/, '')];
}

function section(event: JsonEvent, key: string): JsonEvent {
  const found = event[key];
  return typeof found === 'object' ? found : {};
}

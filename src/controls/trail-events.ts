import type { TrailSelectors } from './snapshot.ts';

type Kind = 'read' | 'write';

/** Whether reading and writing management events are all logged: none left out by source. */
export function logsAllManagementEvents(selectors: TrailSelectors): boolean {
  return (['read', 'write'] as const).every(kind => logsManagement(selectors, kind));
}

function logsManagement({ basic, advanced }: TrailSelectors, kind: Kind): boolean {
  return (
    basic.some(
      ({ readWrite, hasManagementEvents, excludedSources }) =>
        hasManagementEvents && excludedSources.length === 0 && includes(readWrite, kind),
    ) || advanced.some(({ fields }) => selectsAll(fields, kind, { eventCategory: 'Management' }))
  );
}

/** Whether events of a kind on the objects of every bucket are logged. */
export function logsAllObjects(kind: Kind): (selectors: TrailSelectors) => boolean {
  return ({ basic, advanced }) =>
    basic.some(
      ({ readWrite, data }) =>
        includes(readWrite, kind) &&
        data.some(
          // `arn:aws:s3` stands for all buckets, those made later too.
          ({ type, values }) =>
            type === 'AWS::S3::Object' && values.some(value => /^arn:aws[a-z-]*:s3(:::)?$/.test(value)),
        ),
    ) ||
    advanced.some(({ fields }) =>
      selectsAll(fields, kind, { eventCategory: 'Data', 'resources.type': 'AWS::S3::Object' }),
    );
}

function includes(readWrite: string, kind: Kind): boolean {
  return readWrite === 'All' || readWrite === (kind === 'read' ? 'ReadOnly' : 'WriteOnly');
}

/** Whether an advanced selector asks for these fields and narrows by nothing else than, at most, the kind. */
function selectsAll(
  fields: TrailSelectors['advanced'][number]['fields'],
  kind: Kind,
  wanted: Readonly<Record<string, string>>,
): boolean {
  const hasWanted = Object.entries(wanted).every(([name, value]) =>
    fields.some(({ field, equals, hasOther }) => field === name && !hasOther && equals.includes(value)),
  );
  return (
    hasWanted &&
    fields.every(({ field, equals, hasOther }) => {
      if (field in wanted) return true;
      return (
        field === 'readOnly' && !hasOther && equals.length === 1 && equals[0] === String(kind === 'read')
      );
    })
  );
}

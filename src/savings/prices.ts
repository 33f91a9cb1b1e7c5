/** Said beside every estimate. */
export const pricesNote =
  'Estimates from public on-demand list prices (Linux, us-east-1, noted in 2025), not from your invoice: discounts, Savings Plans and other regions differ.';

/** Hours that AWS counts for a month. */
export const hoursPerMonth = 730;

/**
 * US dollars an hour, Linux, on demand, us-east-1: https://aws.amazon.com/ec2/pricing/on-demand/ by family, in the order
 * of sizes. A type that is not here has no estimate.
 */
const families: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  t2: {
    nano: 0.0058,
    micro: 0.0116,
    small: 0.023,
    medium: 0.0464,
    large: 0.0928,
    xlarge: 0.1856,
    '2xlarge': 0.3712,
  },
  t3: {
    nano: 0.0052,
    micro: 0.0104,
    small: 0.0208,
    medium: 0.0416,
    large: 0.0832,
    xlarge: 0.1664,
    '2xlarge': 0.3328,
  },
  t3a: {
    nano: 0.0047,
    micro: 0.0094,
    small: 0.0188,
    medium: 0.0376,
    large: 0.0752,
    xlarge: 0.1504,
    '2xlarge': 0.3008,
  },
  t4g: {
    nano: 0.0042,
    micro: 0.0084,
    small: 0.0168,
    medium: 0.0336,
    large: 0.0672,
    xlarge: 0.1344,
    '2xlarge': 0.2688,
  },
  m5: { large: 0.096, xlarge: 0.192, '2xlarge': 0.384, '4xlarge': 0.768, '8xlarge': 1.536 },
  m6i: { large: 0.096, xlarge: 0.192, '2xlarge': 0.384, '4xlarge': 0.768, '8xlarge': 1.536 },
  m6g: { medium: 0.0385, large: 0.077, xlarge: 0.154, '2xlarge': 0.308, '4xlarge': 0.616, '8xlarge': 1.232 },
  m7i: { large: 0.1008, xlarge: 0.2016, '2xlarge': 0.4032, '4xlarge': 0.8064, '8xlarge': 1.6128 },
  m7g: {
    medium: 0.0408,
    large: 0.0816,
    xlarge: 0.1632,
    '2xlarge': 0.3264,
    '4xlarge': 0.6528,
    '8xlarge': 1.3056,
  },
  c5: { large: 0.085, xlarge: 0.17, '2xlarge': 0.34, '4xlarge': 0.68 },
  c6i: { large: 0.085, xlarge: 0.17, '2xlarge': 0.34, '4xlarge': 0.68 },
  c6g: { medium: 0.034, large: 0.068, xlarge: 0.136, '2xlarge': 0.272, '4xlarge': 0.544 },
  r5: { large: 0.126, xlarge: 0.252, '2xlarge': 0.504, '4xlarge': 1.008 },
  r6i: { large: 0.126, xlarge: 0.252, '2xlarge': 0.504, '4xlarge': 1.008 },
  r6g: { medium: 0.0504, large: 0.1008, xlarge: 0.2016, '2xlarge': 0.4032, '4xlarge': 0.8064 },
};

/** US dollars a GiB and month, us-east-1: https://aws.amazon.com/ebs/pricing/. Provisioned operations cost extra. */
const volumeGbMonth: Readonly<Record<string, number>> = {
  gp2: 0.1,
  gp3: 0.08,
  io1: 0.125,
  io2: 0.125,
  st1: 0.045,
  sc1: 0.015,
  standard: 0.05,
};

/** US dollars a GiB and month of the standard tier. */
export const snapshotGbMonth = 0.05;
/** US dollars an hour of a public IPv4 address, used or not: https://aws.amazon.com/vpc/pricing/ */
export const addressHour = 0.005;
/** US dollars a GiB and month of stored log lines: https://aws.amazon.com/cloudwatch/pricing/ */
export const logGbMonth = 0.03;

/** US dollars a month; undefined for a type that is not in the table. */
export function instanceMonth(type: string): number | undefined {
  const { family, size } = partsOf(type);
  const hour = own(own(families, family), size);
  return hour === undefined ? undefined : hour * hoursPerMonth;
}

/** The next smaller type of the same family in the table. */
export function smallerType(type: string): string | undefined {
  const { family, size } = partsOf(type);
  const sizes = Object.keys(own(families, family) ?? {});
  const smaller = sizes[sizes.indexOf(size) - 1];
  return smaller === undefined ? undefined : `${family}.${smaller}`;
}

/** US dollars a GiB and month; undefined for a type that is not in the table. */
export function volumePrice(type: string): number | undefined {
  return own(volumeGbMonth, type);
}

function partsOf(type: string): { readonly family: string; readonly size: string } {
  const [family = '', size = ''] = type.split('.');
  return { family, size };
}

function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined;
}

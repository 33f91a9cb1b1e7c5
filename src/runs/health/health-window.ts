/** The window that metrics are looked at over. */
export type HealthWindow = { readonly from: Date; readonly to: Date; readonly periodSeconds: number };

/** One point for the whole window would hide a metric that began in it, so five minutes each. */
export function healthWindow(now: Date, minutes: number): HealthWindow {
  return { from: new Date(now.getTime() - minutes * 60_000), to: now, periodSeconds: 300 };
}

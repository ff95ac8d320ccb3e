// Names of keys that their vendors say may be published: every page or program of a customer's carries them.

interface Publishable {
  /** In small letters, words joined by `_`. */
  readonly name: RegExp;
  readonly value: RegExp;
  readonly title: string;
  readonly source: string;
}

const rows: readonly Publishable[] = [
  { name: /^(?:\w{1,30}_)?write_?key$/, value: /^[A-Za-z0-9]{32}$/, title: "Segment write key", source: "https://segment.com/docs/connections/find-writekey/" },
  {
    name: /^(?:\w{1,30}_)?amplitude_(?:api_?)?key$/,
    value: /^[0-9a-f]{32}$/,
    title: "Amplitude API key",
    source: "https://amplitude.com/docs/apis/authentication",
  },
  {
    name: /^(?:\w{1,30}_)?mixpanel_(?:project_?)?token$/,
    value: /^[0-9a-f]{32}$/,
    title: "Mixpanel project token",
    source: "https://docs.mixpanel.com/docs/orgs-and-projects/managing-projects",
  },
  {
    // A personal key begins with `phx_`.
    name: /^(?:\w{1,30}_)?posthog_(?:project_)?(?:api_)?(?:key|token)$/,
    value: /^(?:phc_[A-Za-z0-9]{40,50}|(?!phx_)[A-Za-z0-9_-]{43})$/,
    title: "PostHog project token",
    source: "https://posthog.com/docs/api",
  },
  {
    name: /^(?:\w{1,30}_)?(?:statsig_)?client_(?:sdk_)?key$/,
    value: /^client-[A-Za-z0-9]{40,50}$/,
    title: "Statsig client key",
    source: "https://docs.statsig.com/sdk-keys/api-keys/",
  },
  {
    name: /^(?:\w{1,30}_)?client_?token$/,
    value: /^pub[0-9a-f]{32}$/,
    title: "Datadog client token",
    source: "https://docs.datadoghq.com/account_management/api-app-keys/#client-tokens",
  },
];

/** What collects events, by its address: the key beside it can do nothing but add some, and is in every program that does. */
const collectors: readonly (Publishable & { readonly address: RegExp })[] = [
  {
    address: /\/\/api2?(?:\.eu)?\.amplitude\.com\//,
    name: /^(?:\w{1,30}_)?api_?key(?:_\w{1,12})?$/,
    value: /^[0-9a-f]{32}$/,
    title: "Amplitude API key",
    source: "https://amplitude.com/docs/apis/analytics/http-v2",
  },
  {
    address: /\/\/api(?:-eu|-in)?\.mixpanel\.com\/(?:track|engage)/,
    name: /^(?:\w{1,30}_)?token(?:_\w{1,12})?$/,
    value: /^[0-9a-f]{32}$/,
    title: "Mixpanel project token",
    source: "https://developer.mixpanel.com/reference/track-event",
  },
  {
    address: /\/\/(?:[\w-]{1,60}\.sp|submit)\.backtrace\.io[:/]/,
    name: /^(?:\w{1,30}_)?token$/,
    value: /^[0-9a-f]{64}$/,
    title: "Backtrace submission token",
    source: "https://docs.saucelabs.com/error-reporting/advanced/submission-buckets",
  },
];
const addressed = new WeakMap<{ readonly text: string }, typeof collectors>();

/** Why a value may be published by its name and form, and by who collects with it; undefined where it may not. */
export function publishableReason(name: string, value: string, blob?: { readonly text: string }): string | undefined {
  const folded = name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/[-. ]/g, "_")
    .toLowerCase();
  const isOne = (one: Publishable): boolean => one.value.test(value) && one.name.test(folded);
  let row = rows.find(isOne);
  if (row === undefined && blob !== undefined && collectors.some(isOne)) {
    let named = addressed.get(blob);
    if (named === undefined) addressed.set(blob, (named = collectors.filter(({ address }) => address.test(blob.text))));
    row = named.find(isOne);
  }
  return row === undefined ? undefined : `a ${row.title} is meant to be public`;
}

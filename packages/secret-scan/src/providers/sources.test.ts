// Every row names its vendor's own page: the host belongs to the vendor that the id begins with, or to who owns it now.
import { expect, it } from "vitest";
import { explainProvider } from "./describe.js";
import { providers } from "./index.js";
import { unconfirmed } from "./unconfirmed.js";

/** Hosts whose name does not hold the id's first word, and why they speak for it. */
const owners: Readonly<Record<string, string>> = {
  artifactory: "jfrog.com", // its maker
  azure: "learn.microsoft.com",
  bip32: "github.com/bitcoin/bips", // the standard itself
  bitbucket: "atlassian.com",
  cockroachdb: "cockroachlabs.com",
  finicity: "mastercard.com", // its owner
  infura: "metamask.io", // where its documentation moved
  instagram: "facebook.com",
  langsmith: "langchain.com",
  linkedin: "learn.microsoft.com",
  linode: "akamai.com",
  looker: "cloud.google.com",
  mandrill: "mailchimp.com",
  meraki: "cisco.com",
  npm: "github.blog", // the owner's announcement of the form
  nuget: "learn.microsoft.com",
  omise: "opn.ooo", // its name since 2022
  onepassword: "1password.com",
  pixie: "px.dev",
  secret: "deepseek.com", // one of the vendors that give keys with `sk-`
  sendgrid: "twilio.com",
  sonarqube: "sonarsource.com",
  terraform: "hashicorp.com",
  test: "pypi.org", // TestPyPI
  trello: "atlassian.com",
  twitter: "x.com",
  vault: "hashicorp.com",
};
/** Where the vendor publishes its forms as code. */
const published: Readonly<Record<string, string>> = { azure: "github.com/microsoft/security-utilities" };

it("every source is a page of the vendor's own, or the standard", () => {
  const strange = providers.filter(({ id, source }) => {
    const { host, pathname } = new URL(source);
    const [vendor = ""] = id.split("-");
    const place = host === "github.com" ? `${host}${pathname}` : host;
    if (
      place
        .replace(/[^a-z0-9]/gi, "")
        .toLowerCase()
        .includes(vendor)
    )
      return false;
    return ![owners[vendor], published[vendor]].some((known) => known !== undefined && place.includes(known));
  });
  expect(strange.map(({ id, source }) => `${id} ${source}`)).toEqual([]);
});

it("no owner is named for nothing", () => {
  const vendors = new Set(providers.map(({ id }) => id.split("-")[0]));
  expect(Object.keys(owners).filter((vendor) => !vendors.has(vendor))).toEqual([]);
});

it("`explain` says of a form that nobody else confirms that it stands on that page alone", () => {
  const ids = new Set(providers.map(({ id }) => id));
  expect([...unconfirmed].filter((id) => !ids.has(id))).toEqual([]);
  expect(explainProvider([...unconfirmed][0] ?? "")).toContain("that page alone");
  expect(explainProvider("github-personal-access-token")).not.toContain("that page alone");
});

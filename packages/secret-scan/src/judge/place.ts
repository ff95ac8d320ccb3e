// What kind of place a path is: one of several signs, and never the only one.

/** What a path tells of the values in it. */
export interface Place {
  readonly isTest: boolean;
  readonly isExample: boolean;
  readonly isDocument: boolean;
  /** A text written to be read, in a place that documents: `docs/…/install.md`, a README. A program or settings below `docs/` are none. */
  readonly isDocumentation: boolean;
  /** Whether values stand without quotes: configuration, shells, env files. */
  readonly isConfiguration: boolean;
  /** Lock files, maps, minified code, drawings: machine-made, full of hashes. */
  readonly isGenerated: boolean;
}

const test =
  /(?:^|[/._-])(?:tests?|testing|specs?|__tests__|fixtures?|__fixtures__|testdata|test-data|mocks?|__mocks__|e2e|cypress|units?|integration|stubs?|fakes?|dummy\w{0,12}|testutils?|testsuites?|unittests?|snapshots?|__snapshots__|conftest|cassettes?|golden)(?:[/._-]|$)|[a-z](?:Tests?|Specs?|Fixtures?)(?:\/|\.\w+$)|_test\.\w+$/i;
const example =
  /(?:^|[/._-])(?:examples?|samples?|demos?|templates?|tutorials?|playground|quickstart|dist|skeleton|boilerplate)(?:[/._-]|$)|\.(?:example|sample|template|dist|tmpl|tpl)$/i;
/** Names of classes: `ExampleHeaders.java`, `OrderExample.cs`. */
const exampleClass = /(?:^|\/)(?:Examples?|Sample)[A-Z]\w*\.\w+$|[a-z](?:Examples?|Sample)\.\w+$/;
const documentation =
  /(?:^|\/)(?:docs?(?:[-_][\w-]{1,30})?|documentation|guides?|manuals?|handbook|website|README[\w.-]{0,20}|CHANGELOG|changelogs?|release-notes|CONTRIBUTING|UPGRADE|UPGRADING|HISTORY|NEWS)(?:[/.]|$)/i;
const prose =
  /\.(?:md|mdx|markdown|rst|adoc|txt|html?|ipynb|tex|org)$|(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING|UPGRADE|UPGRADING|HISTORY|NEWS)(?:\.\w{1,5})?$/i;
const document = /\.(?:md|mdx|markdown|rst|adoc|html?|ipynb|tex|org)$|(?:^|\/)(?:docs?|documentation|README|CHANGELOG|changelogs?|release-notes)(?:[/.]|$)/i;
const configuration =
  /\.(?:ya?ml|env|ini|cfg|conf|config|properties|toml|sh|bash|zsh|fish|ps1|bat|cmd|service|txt|text|log|netrc|npmrc|pypirc|tfvars|hcl|tf|envrc|yarnrc|prefs)$|(?:^|\/)(?:\.env[\w.-]*|[\w.-]*Dockerfile[\w.-]*|\.netrc|_netrc|\.npmrc|\.pypirc|\.pgpass|\.htpasswd|\.dockercfg|credentials|Makefile|Procfile|[^./]+)$/i;
const generated =
  /(?:^|\/)\.yarn\/(?:releases|plugins)\/|(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|Cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|composer\.lock|Gemfile\.lock|go\.sum|flake\.lock|Podfile\.lock|mix\.lock|pubspec\.lock|gradle\.lockfile|packages\.lock\.json|deno\.lock|requirements[\w.-]*\.txt\.lock)$|\.(?:map|svg|min\.js|min\.css|snap|wasm|lock|pbxproj|csv|tsv|po|pot|xlf|geojson|ipynb_checkpoints)$/i;

/** Reads a path. */
export function placeOf(path: string): Place {
  return {
    isTest: test.test(path),
    isExample: example.test(path) || exampleClass.test(path),
    isDocument: document.test(path),
    isDocumentation: documentation.test(path) && prose.test(path),
    isConfiguration: configuration.test(path),
    isGenerated: generated.test(path),
  };
}

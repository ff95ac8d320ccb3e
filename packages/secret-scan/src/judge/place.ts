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
  /(?:^|[/._-])(?:tests?|testing|specs?|__tests__|fixtures?|__fixtures__|testdata|test-data|testcerts?|testkeys?|mocks?|__mocks__|e2e|cypress|units?|integration|stubs?|fakes?|dummy\w{0,12}|testutils?|testsuites?|unittests?|snapshots?|__snapshots__|conftest|cassettes?|golden)(?:[/._-]|$)|[a-z](?:Tests?|Specs?|Fixtures?)(?:\/|\.\w+$)|_test\.\w+$/i;
/** Names of classes: `TestConstants.cs`, `MockHelpers.kt`. */
const testClass = /(?:^|\/)(?:Test|Mock|Fake|Stub)[A-Z]\w*\.(?:cs|fs|vb|java|kt|scala|groovy|swift|php)$/;
const example =
  /(?:^|[/._-])(?:examples?|samples?|demos?|templates?|tutorials?|playground|quickstart|dist|skeleton|boilerplate)(?:[/._-]|$)|\.(?:example|sample|template|dist|tmpl|tpl)$/i;
/** Names of classes: `ExampleHeaders.java`, `OrderExample.cs`. */
const exampleClass = /(?:^|\/)(?:Examples?|Sample)[A-Z]\w*\.\w+$|[a-z](?:Examples?|Sample)\.\w+$/;
const documentation =
  /(?:^|\/)(?:docs?(?:[-_][\w-]{1,30})?|documentation|guides?|manuals?|handbook|website|README[\w.-]{0,20}|CHANGELOG|changelogs?|release-notes|CONTRIBUTING|UPGRADE|UPGRADING|HISTORY|NEWS)(?:[/.]|$)/i;
const prose =
  /\.(?:md|mdx|markdown|rst|adoc|txt|html?|ipynb|tex|org)$|(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING|UPGRADE|UPGRADING|HISTORY|NEWS)(?:\.\w{1,5})?$/i;
const document = /\.(?:md|mdx|markdown|rst|adoc|html?|ipynb|tex|org)$|(?:^|\/)(?:docs?|documentation|README|CHANGELOG|changelogs?|release-notes)(?:[/.]|$)/i;
/** Pages of a manual, as troff reads them: `tool.1`. A log that was put aside has another dot. */
const manual = /(?:^|\/)[\w-]+\.[1-8]$/;
const configuration =
  /\.(?:ya?ml|env|ini|cfg|conf|config|properties|toml|sh|bash|zsh|fish|ps1|bat|cmd|service|txt|text|log|netrc|npmrc|pypirc|tfvars|hcl|tf|envrc|yarnrc|prefs)$|(?:^|\/)(?:\.env[\w.-]*|[\w.-]*Dockerfile[\w.-]*|\.netrc|_netrc|\.npmrc|\.pypirc|\.pgpass|\.htpasswd|\.dockercfg|credentials|Makefile|Procfile|[^./]+)$/i;
const generated =
  /(?:^|\/)\.yarn\/(?:releases|plugins)\/|(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|Cargo\.lock|poetry\.lock|uv\.lock|pdm\.lock|Pipfile\.lock|composer\.lock|Gemfile\.lock|go\.sum|flake\.lock|Podfile\.lock|mix\.lock|pubspec\.lock|gradle\.lockfile|packages\.lock\.json|deno\.lock|requirements[\w.-]*\.txt\.lock)$|\.(?:map|svg|min\.js|min\.css|snap|wasm|lock|pbxproj|csv|tsv|po|pot|xlf|geojson|ipynb_checkpoints)$/i;

/** Each of these is asked for at most once, and few are of most paths: an expression is made when it is first run. */
class ReadPlace implements Place {
  readonly #path: string;
  #test?: boolean;
  #example?: boolean;
  #document?: boolean;
  #documentation?: boolean;
  #configuration?: boolean;
  #generated?: boolean;
  constructor(path: string) {
    this.#path = path;
  }
  get isTest(): boolean {
    return (this.#test ??= test.test(this.#path) || testClass.test(this.#path));
  }
  get isExample(): boolean {
    return (this.#example ??= example.test(this.#path) || exampleClass.test(this.#path));
  }
  get isDocument(): boolean {
    return (this.#document ??= document.test(this.#path) || manual.test(this.#path));
  }
  get isDocumentation(): boolean {
    return (this.#documentation ??= (documentation.test(this.#path) && prose.test(this.#path)) || manual.test(this.#path));
  }
  get isConfiguration(): boolean {
    return (this.#configuration ??= configuration.test(this.#path));
  }
  get isGenerated(): boolean {
    return (this.#generated ??= generated.test(this.#path));
  }
}

let last: { readonly path: string; readonly place: Place } | undefined;

/** Reads a path. One file's values are judged one after the other: the last place is kept. */
export function placeOf(path: string): Place {
  if (last?.path !== path) last = { path, place: new ReadPlace(path) };
  return last.place;
}

// What kind of place a path is: one of several signs, and never the only one.

/** What a path tells of the values in it. */
export interface Place {
  readonly isTest: boolean;
  readonly isExample: boolean;
  readonly isDocument: boolean;
  /** A text written to be read, in a place that documents: `docs/…/install.md`, a README. A program or settings below `docs/` are none. */
  readonly isDocumentation: boolean;
  /** Settings and programs for development and trials; people keep real ones there too, so that it takes a second sign. */
  readonly isTrial: boolean;
  /** Whatever lies below a folder that documents: programs and settings too. */
  readonly isBelowDocumentation: boolean;
  /** Texts of a program in people's languages. */
  readonly isTranslation: boolean;
  /** Whether values stand without quotes: configuration, shells, env files. */
  readonly isConfiguration: boolean;
  /** Lock files, maps, minified code, drawings: machine-made, full of hashes. */
  readonly isGenerated: boolean;
}

const test =
  /(?:^|[/._-])(?:tests?|testing|specs?|__tests__|fixtures?|__fixtures__|testdata|test-data|testcerts?|testkeys?|mocks?|__mocks__|e2e|cypress|units?|integration|stubs?|fakes?|dummy\w{0,12}|testutils?|testsuites?|unittests?|snapshots?|__snapshots__|conftest|cassettes?|golden)(?:[/._-]|$)|[a-z](?:Tests?|Testers?|Testing|Test(?:Suite|Utils?|Support|Helpers?|Data)|Specs?|Fixtures?|Benchmarks?|Mocks?)(?:\/|\.\w+$)|_test\.\w+$/i;
/** Folders of tests whose names are words for other things too: Perl's `t`, a runner's suites, factories of records, what a fuzzer begins with. */
const testFolder =
  /(?:^|\/)(?:x?t|(?:[\w-]{1,30}[-_])?suites?|acceptance|functional|regress(?:ion)?s?|conformance|interop|fuzz\w{0,12}|corpus|corpora|test[-_]?vectors|vectors|stories|factor(?:y|ies)|testbed|test(?:libs?|cases?|suites?|programs?|drivers?|apps?))\/|\.t$|(?:^|[/._-])factor(?:y|ies)\.(?:rb|py|exs?|php|[jt]s)$/;
/** Settings of programs that run tests, by the names that their documentation gives them. */
const testSettings =
  /(?:^|\/)(?:phpunit[\w.-]{0,30}\.xml|(?:pytest|tox)\.ini|noxfile\.py|(?:jest|vitest|karma|playwright|cypress|wdio|jasmine)[\w.-]{0,30}\.(?:[cm]?[jt]s|json)|\.mocharc\.\w{2,4}|(?:behat|codeception|phpspec)[\w.-]{0,30}\.ya?ml|\.env\.ci)$/;
/** Names of classes: `TestConstants.cs`, `MockHelpers.kt`. */
const testClass = /(?:^|\/)(?:Test|Mock|Fake|Stub)[A-Z]\w*\.(?:cs|fs|vb|java|kt|scala|groovy|swift|php)$/;
const example =
  /(?:^|[/._-])(?:examples?|samples?|demos?|templates?|tutorials?|playground|quickstart|dist|skeleton|boilerplate)(?:[/._-]|$)|\.(?:example|sample|template|dist|tmpl|tpl|in)$/i;
/** Folders of programs that show a library's use. */
const exampleFolder = /(?:^|\/)(?:[\w.-]{1,40}[.-])?sandbox(?:es)?\//i;
const trial =
  /(?:^|[/._-])(?:dev|devel|develop|development|devcontainer|local|localhost|local-?env(?:ironment)?|sandbox|contrib|ci|hack|vagrant\w{0,8}|seeds?|bench(?:marks?)?|perf|emulators?|simulators?|qa|smoke\w{0,6}|labs?|workshops?|kitchen|devstack|debug|defaults)(?:[/._-]|$)/i;
const translation =
  /(?:^|\/)(?:locales?|i18n|intl|l10n|lang|langs|languages?|translations?|messages)\/|(?:^|[/._-])(?:locale|messages|strings|translations?)(?:[._-][a-z]{2}(?:[_-][A-Za-z]{2,4})?)?\.\w{2,10}$/i;
/** Names of classes: `ExampleHeaders.java`, `OrderExample.cs`. */
const exampleClass = /(?:^|\/)(?:Examples?|Sample)[A-Z]\w*\.\w+$|[a-z](?:Examples?|Sample)\.\w+$/;
const documentation =
  /(?:^|\/)(?:(?:\w{1,20}[-_])?docs?(?:[-_][\w-]{1,30})?|documentation|vignettes|guides?|manuals?|handbook|website|README[\w.-]{0,20}|CHANGELOG|changelogs?|release-notes|CONTRIBUTING|UPGRADE|UPGRADING|HISTORY|NEWS)(?:[/.]|$)/i;
const prose =
  /\.(?:md|mdx|markdown|rst|adoc|txt|html?|ipynb|tex|org|[rq]md|blade\.php|erb|haml|slim|twig|hbs|mustache|ejs|pug|jinja2?|liquid|vue|svelte|astro)$|(?:^|\/)(?:README|CHANGELOG|CONTRIBUTING|UPGRADE|UPGRADING|HISTORY|NEWS)(?:\.\w{1,5})?$/i;
const document =
  /\.(?:md|mdx|markdown|rst|adoc|html?|ipynb|tex|org|[rq]md)$|(?:^|\/)(?:docs?|documentation|README|CHANGELOG|changelogs?|release-notes)(?:[/.]|$)/i;
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
  #trial?: boolean;
  #translation?: boolean;
  #generated?: boolean;
  constructor(path: string) {
    this.#path = path;
  }
  get isTest(): boolean {
    return (this.#test ??= test.test(this.#path) || testClass.test(this.#path) || testFolder.test(this.#path) || testSettings.test(this.#path));
  }
  get isExample(): boolean {
    return (this.#example ??= example.test(this.#path) || exampleClass.test(this.#path) || exampleFolder.test(this.#path));
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
  get isBelowDocumentation(): boolean {
    return documentation.test(this.#path.slice(0, this.#path.lastIndexOf("/") + 1));
  }
  get isTrial(): boolean {
    return (this.#trial ??= trial.test(this.#path.replace(/(?:^|\/)usr\/local\//, "/")));
  }
  get isTranslation(): boolean {
    return (this.#translation ??= translation.test(this.#path));
  }
  get isGenerated(): boolean {
    return (this.#generated ??= generated.test(this.#path));
  }
}

/** A history comes to the same paths again and again. */
const known = new Map<string, Place>();
const mostKnown = 500;

/** Reads a path. */
export function placeOf(path: string): Place {
  let place = known.get(path);
  if (place === undefined) {
    if (known.size === mostKnown) known.clear();
    known.set(path, (place = new ReadPlace(path)));
  }
  return place;
}

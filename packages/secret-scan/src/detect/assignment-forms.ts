// What may stand between a name and its value, format by format; the value is the group that matched.

/** A form, and what stands before the name where that matters. */
export interface Form {
  readonly follows?: RegExp;
  readonly form: RegExp;
}

const text = `(?:"((?:[^"\\\\\\r\\n]|\\\\.){1,2000})"|'((?:[^'\\\\\\r\\n]|\\\\.){1,2000})'|\`([^\`\\r\\n]{1,2000})\`|\\\\{1,3}["']([^"'\\\\\\r\\n]{1,2000})\\\\{1,3}["'])`;
// A type behind the name: `: &'static str`, `: string | undefined`, Go's ` string`.
const type = `(?::[ \\t]{0,4}&?(?:'static )?[A-Za-z_][\\w.<>[\\]| ]{0,40}?[ \\t]{0,4}(?==)|[ \\t]{1,4}string[ \\t]{0,4}(?==))?`;
const operator = `(?:[=!]={1,2}|\\|\\|=|\\?\\?=|:{1,3}=|[?+.]=|=>|=|:|,|\\|\\||\\?\\?|<-|(?:or|OR)(?=[ \\t("'])|IS)`;
// A prefix of a string, a YAML tag, a conversion, a parenthesis.
const prefix = `(?:!!?\\w{0,20}[ \\t]{1,4}|[bBrRuUfFNL@]{1,2}|\\[\\]byte\\(|(?:new[ \\t])?[A-Za-z_.]{1,30}\\()?`;

/** An operator and a text in quotes: `=`, `:=`, `||=`, `=>`, `: Type =`, `|| "…"`, and the second argument of a look-up. */
export const quotedForm = new RegExp(
  `(?:\\\\{0,3}["'\`])?\\]?\\)?[ \\t]{0,20}${type}[ \\t]{0,20}${operator}[ \\t]{0,20}(?:\\r?\\n[ \\t]{1,40})?${prefix}${text}`,
  "y",
);

/** `setPassword("…")`. */
export const setterForm = new RegExp(`\\([ \\t]{0,4}${text}[ \\t]{0,4}[),]`, "y");

/** Forms that the units before the name announce; their values stand in quotes or in delimiters of their own. */
export const callForms: readonly Form[] = [
  // `#define API_KEY "…"`, and a macro's string.
  { follows: /(?:#[ \t]{0,4}|%)(?:define|global)[ \t]{1,8}$/, form: new RegExp(`[ \\t]{1,40}\\(?[ \\t]{0,4}(?:L|_T\\()?${text}`, "y") },
  // `variable "password" { default = "…" }` of Terraform.
  {
    follows: /variable[ \t]{1,4}"$/,
    form: /"[ \t]{0,4}\{[^{}"]{0,200}(?:"[^"\r\n]{0,200}"[^{}"]{0,200})?default[ \t]{0,10}=[ \t]{0,4}"([^"\r\n]{1,500})"/y,
  },
  // `-H "X-Api-Key: …"`: a header in a string of its own.
  { follows: /["']$/, form: /:[ \t]{0,4}([A-Za-z0-9+/=_.~-]{16,300})(?=["'])/y },
  // `stripe token - '…'` in notes.
  { form: new RegExp(`[ \\t]{1,2}[-|][ \\t]{0,2}${text}`, "y") },
  // `?api_key=…&` in a URL and `; token=…` in a cookie.
  { follows: /(?:[?&]|&amp;|; )$/, form: /=([A-Za-z0-9%._~+/-]{8,3000})(?=[&;"'`\s#)\]<]|$)/y },
  // `your key is …`, as people tell each other.
  { form: /[ \t]{1,2}(?:is|was)(?:[ \t]{0,2}:)?[ \t]{1,2}["'`]?((?=[^\s"'`]{0,299}\d)[A-Za-z0-9_/+-]{20,300}={0,2})(?=["'`]?[,.;!)]{0,2}(?:\s|$))/y },
  // `password "…"` of settings without an operator, with nothing behind it on its line but other texts.
  { follows: /(?:^|[\r\n])[ \t]*$/, form: new RegExp(`[ \\t]{1,8}${text}[ \\t]{0,8}(?=[;\\r\\n"']|$|[\\w-]{1,30}[ \\t]{1,4}["'])`, "y") },
];

/** `<password>…</password>`, `<string name="api_key">…</string>`. */
export const elementForms: readonly Form[] = [
  { follows: /[</:]$/, form: /[^<>"'\r\n]{0,100}>\s{0,40}([^<>\s]{6,300})\s{0,40}<\//y },
  { follows: /[</:]$/, form: /[^<>"'\r\n]{0,100}>\s{0,40}\{?(?:[A-Za-z0-9_.-]{1,30}[ \t]){1,3}([^<>\s{}]{12,300})\}?\s{0,40}<\//y },
  { follows: /<[^<>]{1,60}["']$/, form: /["'][^<>"'\r\n]{0,100}>\s{0,40}([^<>\s]{6,300})\s{0,40}<\//y },
];

/** `<add key="ApiKey" value="…"/>`, `name: X` and `value: …` of Kubernetes and .NET; JSON in a string. */
export const pairForms: readonly Form[] = [
  { form: /["']?[ \t]*(?:,[ \t]*)?(?:\r?\n[ \t]{1,40})?["']?(?:value|Value|default|defaultValue)["']?[ \t]*[=:][ \t]*["']([^"'\r\n]{1,500})["']/y },
  // A call in JSON-RPC: `"method": "auth.login_with_api_key", "params": ["…"]`.
  { form: /"[ \t]{0,4},\s{0,20}"params"[ \t]{0,4}:[ \t]{0,4}\[\s{0,20}"([^"\\\r\n]{1,500})"/y },
  { form: /\\"[ \t]{0,4}:[ \t]{0,4}\\"([^"\\\r\n]{1,500})\\"/y },
];

/** `--token …`, `--password=…`. */
export const optionForm = /[ =]["']?([^\s"'`,;(){}<>$]{8,300})/y;

/** `-Password "…"` of PowerShell. */
export const dashForm = new RegExp(`[ \\t:]{1,8}${text}`, "y");

/** Commands that set a variable: `ENV NAME value` of Dockerfiles, `setx NAME value`, `heroku config:set`, `git config … value`. */
export const commandForms: readonly Form[] = [
  // A macro of RPM.
  { follows: /%(?:define|global)[ \t]{1,8}$/, form: /[ \t]{1,8}([^\s"'`%{}()]{8,300})(?=\s|$)/y },
  {
    follows: /(?:^|[\r\n])[ \t]{0,8}(?:ENV|ARG|env|setx|SET|set|setenv|export)[ \t]{1,8}$/,
    form: /[ \t=]{1,8}["']?([^\s"'`,;(){}<>$=\\][^\s"'`,;(){}<>\\]{6,300})["']?(?=\s|$)/y,
  },
];

/** Values without quotes. */
export const plainForms: readonly Form[] = [
  {
    form: /["'`]?[ \t]{0,20}(?:[:?+]{0,3}=|:(?![=:/])|=>)[ \t]{0,20}(?:!!?\w{0,20}[ \t]{1,4})?([^\s"'`,;(){}[\]<>#&|!\\][^\s"'`,;(){}<>\\]{6,900})(?=[\s,;}\]]|["'`]|<br|\\[nrt"]|$)/y,
  },
  // `requirepass …` of settings without an operator: alone on its line.
  {
    follows: /(?:^|[\r\n])[ \t]{0,12}(?:[\w-]{1,16}[ \t]{1,4}){0,2}$/,
    form: /[ \t]{1,8}([^\s"'`,;(){}[\]<>#&|!=:][^\s"'`,;(){}<>]{11,300})[ \t]{0,8}(?=[\r\n]|$)/y,
  },
  // A block of YAML: the first line of `|` and `>`, where it is the only one.
  { form: /["']?[ \t]{0,4}:[ \t]{1,8}[|>][+-]?\d?[ \t]{0,4}\r?\n[ \t]{1,40}([^\s"'`]{8,300})[ \t]{0,8}(?=\r?\n|$)/y },
];

/** A variable of the environment before a command, in any file: `PGPASSWORD=… psql`, `-e API_KEY=…`. */
export const envForm = /=([^\s"'`,;(){}<>$|&=\\][^\s"'`,;(){}<>$|&\\]{6,300})(?=[\s"'`,;&]|\\[nr"]|$)/y;

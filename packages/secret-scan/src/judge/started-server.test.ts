// Tests of continuous integration: a server's password ends with the run that starts it; a token, a deployment's password and one for another machine do not.
import { expect, it } from "vitest";
import { randomFrom, sampleValue } from "../samples/sample.js";
import { scanBytes } from "../scan.js";

const random = randomFrom(53);
const value = sampleValue(24, random);
const labels = (path: string, text: string): string[] => scanBytes(path, Buffer.from(text)).map(({ label }) => label);
const github = ".github/workflows/build.yml";
const services = "services:\n  db:\n    image: postgres\n";

it.each([
  // By the variable of a server's image; another variable says nothing; nor does one without a server.
  [github, `${services}    env:\n      POSTGRES_PASSWORD: ${value}\n`, ["test-data"]],
  [github, `env:\n  POSTGRES_PASSWORD: ${value}\n`, ["secret"]],
  [github, `${services}env:\n  DEPLOY_PASSWORD: ${value}\n`, ["secret"]],
  [github, `${services}env:\n  DEPLOY_TOKEN: ${value}\n`, ["secret"]],
  ["deploy/stack.yml", `${services}    env:\n      POSTGRES_PASSWORD: ${value}\n`, ["secret"]],
  // Said to the server and to its client.
  [github, `${services}env:\n  A_PASSWORD: ${value}\n  B_PASSWORD: ${value}\n`, ["test-data", "test-data"]],
  [github, `${services}env:\n  A_TOKEN: ${value}\n  B_TOKEN: ${value}\n`, ["secret", "secret"]],
  // An account that the run makes.
  [github, `${services}run: |\n  psql \\\n    -c "CREATE ROLE scram LOGIN PASSWORD '${value}'" \\\n`, ["test-data"]],
  [github, `${services}run: |\n  psql -h db.shop.io \\\n    -c "CREATE ROLE scram LOGIN PASSWORD '${value}'" \\\n`, ["secret"]],
  // A client that is told of a server beside it.
  [".gitlab-ci.yml", `services:\n  - mssql\nscript:\n  - sqlcmd -S mssql -U sa -P ${value}\n`, ["test-data"]],
  [".gitlab-ci.yml", `services:\n  - mssql\nscript:\n  - sqlcmd -S sql.shop.io -U sa -P ${value}\n`, ["secret"]],
  [".gitlab-ci.yml", `services:\n  - mssql\nscript:\n  - curl -u deploy:${value} https://shop.io\n`, ["secret"]],
  [github, `${services}env:\n  URL: postgres://app:${value}@db:5432/app\n`, ["test-data"]],
  [github, `${services}env:\n  URL: postgres://app:${value}@db.shop.io:5432/app\n`, ["secret"]],
])("%s, case %#", (path, text, expected) => {
  expect(labels(path, text)).toEqual(expected);
});

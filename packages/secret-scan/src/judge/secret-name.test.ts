// A name's words, and what they promise.
import { describe, expect, it } from "vitest";
import { secretNameKind, wordsOf } from "./secret-name.js";

describe("the words of a name", () => {
  it.each([
    ["DB_userPassword2", "db user password 2"],
    ["HTTPServerKey", "http server key"],
    ["aBCd", "a b cd"],
    ["oauth2Token", "oauth2 token"],
    ["oauth2.client-secret", "oauth2 client secret"],
    ["AWS4SECRET", "aws4 secret"],
    ["X509", "x 509"],
    ["api_key_12", "api key 12"],
    ["12", "12"],
    ["ABC", "abc"],
    ["__Secret--", "secret"],
    ["clé_secrète", "cl secr te"],
    ["", ""],
  ])("%s: %s", (name, words) => {
    expect(wordsOf(name).join(" ")).toBe(words);
  });
});

describe("what a name promises", () => {
  it.each([
    ["dbPassword", "password"],
    ["STRIPE_SECRET_KEY", "token"],
    ["publicKey", undefined],
    ["primary_key", undefined],
    ["message_bird_token", "token"],
    ["message_token", undefined],
  ])("%s: %s", (name, kind) => {
    expect(secretNameKind(name)).toBe(kind);
  });
});

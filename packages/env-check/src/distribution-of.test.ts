// From an import to its distribution: the order of what is asked, namespaces, lists, and above all that nothing is guessed.
import { canonicalName } from "@caio/repo-model/manifests";
import { describe, expect, it } from "vitest";
import { distributionsOf, unverified } from "./data/distributions.js";
import { sameNames } from "./data/same-names.js";
import { verifiedImports } from "./data/verified-imports.js";
import { distributionOf } from "./distribution-of.js";
import { isStandard } from "./standard.js";

const of = (module: string, more: Partial<Parameters<typeof distributionOf>[1]> = {}): unknown => {
  const found = distributionOf(module, { map: {}, declared: new Set(), ...more });
  return found === undefined ? undefined : [found.by, ...found.distributions];
};

describe("the order", () => {
  it("what is installed, the user's map, a declared name, the tables, else unknown", () => {
    const installed = new Map([["yaml", ["ruamel-yaml"]]]);
    const map = { yaml: "own-yaml", "a.b": ["x", "y"] };
    expect(of("yaml", { installed, map })).toEqual(["installed", "ruamel-yaml"]);
    expect(of("yaml.nodes", { map })).toEqual(["map", "own-yaml"]);
    expect(of("a.b.c", { map })).toEqual(["map", "x", "y"]);
    expect(of("Own_Thing.x", { declared: new Set(["own-thing"]) })).toEqual(["declared", "own-thing"]);
    expect(of("yaml.nodes")).toEqual(["table", "PyYAML"]);
    expect(of("pydantic_settings")).toEqual(["table", "pydantic-settings"]);
    expect(of("nobody_knows")).toBeUndefined();
  });
  it("a declared name with Python's own before or behind it, where no table knows what that holds", () => {
    expect(of("html_checker.validator", { declared: new Set(["py-html-checker"]) })).toEqual(["declared", "py-html-checker"]);
    expect(of("html_checker", { declared: new Set(["py-html-checker", "html-checker-python"]) })).toBeUndefined();
    expect(of("dateutil", { declared: new Set(["python-dateutil"]) })).toEqual(["table", "python-dateutil"]);
    expect(of("nothing_known", { declared: new Set(["html-checker"]) })).toBeUndefined();
  });
  it("namespaces by the longest prefix", () => {
    expect(of("google.cloud.storage.blob")).toEqual(["table", "google-cloud-storage"]);
    expect(of("google.protobuf.message")).toEqual(["table", "protobuf"]);
    expect(of("google.cloud.nothing_known")).toBeUndefined();
    expect(of("mpl_toolkits.mplot3d.axes3d")).toEqual(["table", "matplotlib"]);
  });
  it("ambiguous ones as lists", () => {
    expect(of("cv2")).toEqual(["table", "opencv-python", "opencv-python-headless", "opencv-contrib-python", "opencv-contrib-python-headless"]);
    expect(of("psycopg2")).toEqual(["table", "psycopg2", "psycopg2-binary"]);
  });
  it("one that brings the same module as a declared one of its name counts where it is declared, too", () => {
    expect(of("mlflow.tracking", { declared: new Set(["mlflow", "mlflow-skinny"]) })).toEqual(["declared", "mlflow", "mlflow-skinny"]);
    expect(of("mlflow", { declared: new Set(["mlflow-skinny"]) })).toEqual(["table", "mlflow", "mlflow-skinny"]);
    expect(of("mlflow", { declared: new Set(["mlflow"]) })).toEqual(["declared", "mlflow"]);
  });
  it("a name is never taken for the import's where it is another project's", () => {
    for (const module of [
      "serial",
      "git",
      "jwt",
      "docx",
      "dotenv",
      "yaml",
      "sklearn",
      "skimage",
      "cv2",
      "attr",
      "magic",
      "slugify",
      "github",
      "jose",
      "Crypto",
      "bs4",
    ]) {
      const [, first] = (of(module) ?? []) as readonly string[];
      expect([module, first === undefined || canonicalName(first) !== canonicalName(module)]).toEqual([module, true]);
    }
  });
});

describe("the tables", () => {
  it("are borne out by a wheel's RECORD, but for what is published without one", () =>
    expect(unverified).toEqual([
      "sendfile django-sendfile",
      "ldap python-ldap",
      "gi PyGObject",
      "nmap python-nmap",
      "dbus dbus-python",
      "tensorflow tensorflow-macos",
      "faiss faiss-gpu",
      "osgeo GDAL",
      "RPi RPi.GPIO",
      "bluetooth PyBluez",
      "odf odfpy",
    ]));
  it("hold at least 150 verified pairs whose names differ, each once", () => {
    expect(verifiedImports.length).toBeGreaterThanOrEqual(150);
    expect(new Set(verifiedImports.map(({ module, distribution }) => `${module} ${distribution}`)).size).toBe(verifiedImports.length);
    for (const { module, distribution } of verifiedImports) {
      expect(module).toMatch(/^[A-Za-z_]\w*(?:\.\w+)*$/);
      expect(canonicalName(distribution)).not.toBe(canonicalName(module));
    }
  });
  it("hold at least 2,400 whose names are the same, none of Python's own, and no word that projects call their modules by", () => {
    expect(sameNames.size).toBeGreaterThanOrEqual(2400);
    for (const name of sameNames) {
      expect(name).toMatch(/^[A-Za-z]\w*(?:\.\w+)*$/);
      expect([name, isStandard(name)]).toEqual([name, false]);
    }
    for (const word of ["tests", "utils", "config", "common", "helpers", "models", "settings", "fixtures", "runner", "routes"])
      expect([word, of(word)]).toEqual([word, undefined]);
  });
  it("leave out what a better known distribution brings under that name", () => {
    for (const module of ["progressbar", "pynvml", "thop", "grapheme"]) expect([module, sameNames.has(module)]).toEqual([module, false]);
  });
  it("do not contradict each other", () => {
    for (const name of sameNames)
      expect([
        name,
        distributionsOf()
          .get(name)
          ?.some((one) => canonicalName(one) === canonicalName(name)) ?? true,
      ]).toEqual([name, true]);
  });
});

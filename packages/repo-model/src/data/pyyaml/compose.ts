// Tokens as a graph of nodes: libyaml's parser and PyYAML's composer in one.
import { YamlFault, type Mark } from "./cursor.js";
import type { YamlEdge, YamlList, YamlMap, YamlNode } from "./graph.js";
import { resolveTag } from "./resolve.js";
import { Scanner } from "./scanner.js";
import type { Token } from "./token.js";

/** Nesting that is read. libyaml knows no limit; a stack does. */
const mostDepth = 1000;
const core = "tag:yaml.org,2002:";

interface Properties {
  readonly start: Mark;
  readonly anchor?: string;
  /** Undefined where there is none or `!`. */
  readonly tag?: string;
  readonly isNonSpecific: boolean;
}

type Place = Pick<Mark, "at">;
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

class Composer {
  private readonly scanner: Scanner;
  private readonly anchors = new Map<string, YamlNode>();
  private readonly handles = new Map<string, string>();
  private depth = 0;

  constructor(text: string) {
    this.scanner = new Scanner(text);
  }

  /** The root of the only document; undefined for an empty stream. */
  document(): YamlNode | undefined {
    if (this.is("stream-end")) return undefined;
    const isExplicit = this.is("document-start") || this.is("version") || this.is("tag-directive");
    this.directives();
    if (isExplicit) {
      if (!this.is("document-start")) throw this.fault("Directives stand before no document.");
      this.scanner.take();
    }
    const isEmpty = ["version", "tag-directive", "document-start", "document-end", "stream-end"].includes(this.scanner.peek().type);
    const root =
      isExplicit && isEmpty ? this.empty({ start: this.scanner.peek().start, isNonSpecific: false }, this.scanner.peek().start) : this.node(true, false).node;
    while (this.is("document-end")) this.scanner.take();
    if (!this.is("stream-end")) throw this.fault("The file holds more than one document.");
    return root;
  }

  private is(type: Token["type"]): boolean {
    return this.scanner.peek().type === type;
  }
  private fault(message: string, token: Token = this.scanner.peek()): YamlFault {
    return new YamlFault(message, [token.start.at, Math.max(token.start.at, token.end.at)]);
  }

  private directives(): void {
    let hasVersion = false;
    for (;;) {
      const token = this.scanner.peek();
      if (token.type === "version") {
        if (hasVersion) throw this.fault("`%YAML` stands twice.");
        if (token.major !== 1 || (token.minor !== 1 && token.minor !== 2))
          throw this.fault(`The file is of YAML ${token.major}.${token.minor}, which is not read.`);
        hasVersion = true;
      } else if (token.type === "tag-directive") {
        if (this.handles.has(token.handle)) throw this.fault(`\`%TAG ${token.handle}\` stands twice.`);
        this.handles.set(token.handle, token.prefix);
      } else break;
      this.scanner.take();
    }
    if (!this.handles.has("!")) this.handles.set("!", "!");
    if (!this.handles.has("!!")) this.handles.set("!!", core);
  }

  private properties(): Properties {
    const { start, type } = this.scanner.peek();
    if (type !== "anchor" && type !== "tag") return { start, isNonSpecific: false };
    let anchor: string | undefined;
    let tag: string | undefined;
    let hasTag = false;
    for (;;) {
      const token = this.scanner.peek();
      if (token.type === "anchor" && anchor === undefined) {
        if (this.anchors.has(token.name)) throw this.fault(`The anchor \`&${token.name}\` stands twice.`);
        anchor = token.name;
      } else if (token.type === "tag" && !hasTag) {
        hasTag = true;
        if (token.handle === "") tag = token.suffix;
        else {
          const prefix = this.handles.get(token.handle);
          if (prefix === undefined) throw this.fault(`The tag's handle \`${token.handle}\` is not declared.`);
          tag = prefix + token.suffix;
        }
      } else break;
      this.scanner.take();
    }
    const isNonSpecific = tag === "!" || (hasTag && tag === "");
    return { start, isNonSpecific, ...(anchor === undefined ? {} : { anchor }), ...(tag === undefined || isNonSpecific ? {} : { tag }) };
  }

  private node(isBlock: boolean, allowsIndentless: boolean): YamlEdge {
    const first = this.scanner.peek();
    if (first.type === "alias") {
      this.scanner.take();
      const node = this.anchors.get(first.name);
      if (node === undefined) throw this.fault(`The alias \`*${first.name}\` has no anchor before it.`, first);
      return { node, alias: [first.start.at, first.end.at] };
    }
    if (++this.depth > mostDepth) throw this.fault("The values are nested too deep.");
    const properties = this.properties();
    const node = this.content(properties, isBlock, allowsIndentless);
    this.depth--;
    return { node };
  }

  private content(properties: Properties, isBlock: boolean, allowsIndentless: boolean): YamlNode {
    const token = this.scanner.peek();
    if (token.type === "scalar") {
      this.scanner.take();
      const { value, style } = token;
      // libyaml resolves what has the tag `!` as if it were plain, in quotes too.
      const isPlain = style === "plain" || properties.isNonSpecific;
      const tag = properties.tag === undefined ? resolveTag(value, isPlain) : shortTag(properties.tag);
      const range = [token.start.at, token.end.at] as const;
      // Most values have no anchor: what is made in one piece is made many times faster.
      if (properties.anchor === undefined) return { kind: "scalar", tag, range, outer: [properties.start.at, token.end.at], value, style };
      return this.keep(properties, { ...this.base(properties, tag, token.start, token.end), kind: "scalar", value, style });
    }
    if (allowsIndentless && token.type === "block-entry") return this.list(properties, "indentless");
    if (token.type === "flow-list") return this.list(properties, "flow");
    if (token.type === "flow-map") return this.map(properties, true);
    if (isBlock && token.type === "block-list") return this.list(properties, "block");
    if (isBlock && token.type === "block-map") return this.map(properties, false);
    if (properties.anchor === undefined && properties.tag === undefined && !properties.isNonSpecific) throw this.fault("A value is expected here.");
    return this.empty(properties, properties.start);
  }

  private base(properties: Properties, tag: string, start: Mark, end: Mark): Pick<YamlNode, "tag" | "range" | "outer" | "anchor"> {
    return {
      tag,
      range: [start.at, end.at],
      outer: [properties.start.at, end.at],
      ...(properties.anchor === undefined ? {} : { anchor: properties.anchor }),
    };
  }
  private keep<Node extends YamlNode>({ anchor }: Properties, node: Node): Node {
    if (anchor !== undefined) this.anchors.set(anchor, node);
    return node;
  }
  /** A value that is not written: nothing, at a place. */
  private empty(properties: Properties, mark: Mark): YamlNode {
    const tag = properties.tag === undefined ? resolveTag("", !properties.isNonSpecific) : shortTag(properties.tag);
    return this.keep(properties, { ...this.base(properties, tag, mark, mark), kind: "scalar", value: "", style: "plain" });
  }
  private nothing(mark: Mark): YamlEdge {
    return { node: this.empty({ start: mark, isNonSpecific: false }, mark) };
  }

  private list(properties: Properties, form: "flow" | "block" | "indentless"): YamlNode {
    const items: YamlEdge[] = [];
    const first = this.scanner.peek();
    const tag = properties.tag === undefined ? "!!seq" : shortTag(properties.tag);
    const node: Mutable<YamlList> = { ...this.base(properties, tag, first.start, first.end), kind: "list", items, isFlow: form === "flow" };
    // Kept before its items: one of them may name it.
    this.keep(properties, node);
    if (form !== "indentless") this.scanner.take();
    const end = form === "flow" ? this.flowItems(items) : this.blockItems(items, form === "indentless");
    node.range = [first.start.at, end.at];
    node.outer = [properties.start.at, end.at];
    return node;
  }

  private blockItems(items: YamlEdge[], isIndentless: boolean): Place {
    let end = this.scanner.peek().end;
    for (;;) {
      const token = this.scanner.peek();
      if (token.type !== "block-entry") {
        if (isIndentless) return lastEnd(items, end);
        if (token.type !== "block-end") throw this.fault("A `-` is expected here.");
        this.scanner.take();
        return lastEnd(items, end);
      }
      this.scanner.take();
      end = token.end;
      const next = this.scanner.peek().type;
      const isEmpty = next === "block-entry" || next === "block-end" || (isIndentless && (next === "key" || next === "value"));
      items.push(isEmpty ? this.nothing(token.end) : this.node(true, false));
    }
  }

  private flowItems(items: YamlEdge[]): Place {
    for (let isFirst = true; ; isFirst = false) {
      if (!this.is("flow-list-end")) {
        if (!isFirst) {
          if (!this.is("flow-entry")) throw this.fault("A `,` or `]` is expected here.");
          this.scanner.take();
        }
        if (this.is("key")) {
          items.push({ node: this.pair() });
          continue;
        }
        if (!this.is("flow-list-end")) {
          items.push(this.node(false, false));
          continue;
        }
      }
      return this.scanner.take().end;
    }
  }

  /** `[a: b]`: a map of one pair. */
  private pair(): YamlNode {
    const { start } = this.scanner.take();
    const next = this.scanner.peek();
    const isEmptyKey = next.type === "value" || next.type === "flow-entry" || next.type === "flow-list-end";
    // libyaml takes the token after an empty key away, but for the end of the list.
    if (isEmptyKey && next.type !== "flow-list-end") this.scanner.take();
    const key = isEmptyKey ? this.nothing(next.start) : this.node(false, false);
    let value = this.nothing(this.scanner.peek().start);
    if (this.is("value")) {
      this.scanner.take();
      if (!this.is("flow-entry") && !this.is("flow-list-end")) value = this.node(false, false);
    }
    const end = (value.alias ?? value.node.range)[1];
    return { kind: "map", tag: "!!map", range: [start.at, end], outer: [start.at, end], entries: [{ key, value }], isFlow: true };
  }

  private map(properties: Properties, isFlow: boolean): YamlNode {
    const entries: { key: YamlEdge; value: YamlEdge }[] = [];
    const first = this.scanner.take();
    const tag = properties.tag === undefined ? "!!map" : shortTag(properties.tag);
    const node: Mutable<YamlMap> = { ...this.base(properties, tag, first.start, first.end), kind: "map", entries, isFlow };
    this.keep(properties, node);
    const end = isFlow ? this.flowEntries(entries) : this.blockEntries(entries);
    node.range = [first.start.at, end.at];
    node.outer = [properties.start.at, end.at];
    return node;
  }

  private blockEntries(entries: { key: YamlEdge; value: YamlEdge }[]): Place {
    const edges: YamlEdge[] = [];
    let end = this.scanner.peek().end;
    const isOver = (): boolean => this.is("key") || this.is("value") || this.is("block-end");
    for (;;) {
      const token = this.scanner.peek();
      if (token.type === "block-end") {
        this.scanner.take();
        return lastEnd(edges, end);
      }
      if (token.type !== "key") throw this.fault("A key is expected here.");
      end = token.end;
      this.scanner.take();
      const key = isOver() ? this.nothing(token.end) : this.node(true, true);
      const sign = this.scanner.peek();
      let value: YamlEdge;
      if (sign.type === "value") {
        this.scanner.take();
        end = sign.end;
        value = isOver() ? this.nothing(sign.end) : this.node(true, true);
      } else value = this.nothing(sign.start);
      edges.push(value);
      entries.push({ key, value });
    }
  }

  private flowEntries(entries: { key: YamlEdge; value: YamlEdge }[]): Place {
    for (let isFirst = true; ; isFirst = false) {
      if (this.is("flow-map-end")) return this.scanner.take().end;
      if (!isFirst) {
        if (!this.is("flow-entry")) throw this.fault("A `,` or `}` is expected here.");
        this.scanner.take();
      }
      let key: YamlEdge | undefined;
      let value: YamlEdge | undefined;
      if (this.is("key")) {
        const { end } = this.scanner.take();
        key = this.is("value") || this.is("flow-entry") || this.is("flow-map-end") ? this.nothing(end) : this.node(false, false);
        if (this.is("value")) {
          this.scanner.take();
          if (!this.is("flow-entry") && !this.is("flow-map-end")) value = this.node(false, false);
        }
      } else if (this.is("flow-map-end")) continue;
      else key = this.node(false, false);
      entries.push({ key, value: value ?? this.nothing(this.scanner.peek().start) });
    }
  }
}

/** Where a block collection ends: behind its last item, not behind the lines that follow. */
function lastEnd(edges: readonly YamlEdge[], fallback: Place): Place {
  const last = edges.at(-1);
  return last === undefined ? fallback : { at: Math.max((last.alias ?? last.node.range)[1], fallback.at) };
}

const shortTag = (tag: string): string => (tag.startsWith(core) ? `!!${tag.slice(core.length)}` : tag);

/** Composes the only document of a text. Throws YamlFault. */
export function compose(text: string): YamlNode | undefined {
  return new Composer(text).document();
}

// Completions for fish: `caio completions fish | source`.
import type { Words } from "./words.js";

const quoted = (text: string): string => `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;

/** The script for fish 3 and later. */
export function fish({ bin, first, after, files, options }: Words): string {
  const word = `__${bin.replaceAll("-", "_")}_word`;
  const valued = options.filter(({ takesValue }) => takesValue).map((one) => one.name);
  const line = (condition: string, name: string, summary: string): string =>
    `complete -c ${bin} -n ${quoted(condition)} -a ${quoted(name)} -d ${quoted(summary)}\n`;
  return `# Completions of ${bin} for fish: ${bin} completions fish | source
function ${word} --description 'The first word that is no option'
    set -l skip 0
    for one in (commandline -opc)[2..-1]
        if test $skip = 1
            set skip 0
        else if contains -- $one ${valued.join(" ")}
            set skip 1
        else if test "$one" = --
            echo --
            return
        else if not string match -q -- '-*' $one; and test "$one" != check
            echo $one
            return
        end
    end
end
function ${word}_is
    test (${word} | string collect; or echo '') = "$argv[1]"
end
complete -c ${bin} -f
${first.map(({ name, summary }) => line(`${word}_is ''`, name, summary)).join("")}${[...after]
    .flatMap(([key, words]) => (key === "check" ? [] : words.map(({ name, summary }) => line(`${word}_is ${key}`, name, summary))))
    .join("")}${[...files, "--"].map((key) => `complete -c ${bin} -n ${quoted(`${word}_is ${key}`)} -F\n`).join("")}${options
    .map(({ name, summary, takesValue, isPath, values }) => {
      const value = values.length > 0 ? ` -x -a ${quoted(values.join(" "))}` : isPath ? " -r -F" : takesValue ? " -x" : "";
      return `complete -c ${bin} -l ${name.slice(2)} -d ${quoted(summary)}${value}\n`;
    })
    .join("")}`;
}

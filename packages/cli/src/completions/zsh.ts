// Completions for zsh: `source <(caio completions zsh)`, or a file `_caio` in a folder of $fpath.
import type { Word, Words } from "./words.js";

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
const described = ({ name, summary }: Word): string => quoted(`${name.replaceAll(":", "\\:")}:${summary}`);

/** The script for zsh 5 and later. */
export function zsh({ bin, first, after, files, options }: Words): string {
  const name = `_${bin.replaceAll("-", "_")}`;
  const list = (words: readonly Word[]): string => words.map((word) => `\n    ${described(word)}`).join("");
  const valued = options.filter(({ takesValue }) => takesValue);
  return `#compdef ${bin}
# Completions of ${bin} for zsh: source <(${bin} completions zsh)
${name}() {
  local word= skip= i
  local -a options found
  options=(${list(options)}
  )
  for ((i = 2; i < CURRENT; i++)); do
    if [[ -n $skip ]]; then skip=; continue; fi
    case $words[i] in
      --) _files; return ;;
      ${valued.map((one) => one.name).join("|")}) skip=1 ;;
      -*|check) ;;
      *) [[ -n $word ]] || word=$words[i] ;;
    esac
  done
  case $words[CURRENT-1] in
${valued
  .map((one) =>
    one.values.length > 0 ? `    ${one.name}) compadd -- ${one.values.join(" ")}; return ;;\n` : `    ${one.name}) ${one.isPath ? "_files; " : ""}return ;;\n`,
  )
  .join("")}  esac
  if [[ $words[CURRENT] == -* ]]; then
    _describe -o option options
    return
  fi
  case $word in
    '') found=(${list(first)}
    ) ;;
${[...after].map(([key, words]) => `    ${key}) found=(${list(words)}\n    ) ;;\n`).join("")}    ${files.join("|")}) _files; return ;;
  esac
  _describe word found
}
if [[ \${funcstack[1]} == ${name} ]]; then ${name} "$@"; else compdef ${name} ${bin}; fi
`;
}

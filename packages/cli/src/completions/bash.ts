// Completions for bash: `source <(caio completions bash)`.
import type { Words } from "./words.js";

const quoted = (words: readonly string[]): string => `'${words.join(" ").replaceAll("'", "'\\''")}'`;

/** The script for bash 4 and later. */
export function bash({ bin, first, after, files, options }: Words): string {
  const name = `_${bin.replaceAll("-", "_")}`;
  const names = (list: readonly { readonly name: string }[]): string => quoted(list.map((one) => one.name));
  const valued = options.filter(({ takesValue }) => takesValue);
  return `# Completions of ${bin} for bash: source <(${bin} completions bash)
${name}() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} word= words= skip= i
  COMPREPLY=()
  [[ $cur == = ]] && cur=
  [[ $prev == = ]] && prev=\${COMP_WORDS[COMP_CWORD - 2]}
  for ((i = 1; i < COMP_CWORD; i++)); do
    if [[ -n $skip ]]; then [[ \${COMP_WORDS[i]} == = ]] || skip=; continue; fi
    case \${COMP_WORDS[i]} in
      --) compopt -o default; return ;;
      ${valued.map((one) => one.name).join(" | ")}) skip=1 ;;
      -* | check) ;;
      *) [[ -n $word ]] || word=\${COMP_WORDS[i]} ;;
    esac
  done
  case $prev in
${valued
  .map((one) =>
    one.values.length > 0
      ? `    ${one.name}) COMPREPLY=($(compgen -W ${quoted(one.values)} -- "$cur")); return ;;\n`
      : `    ${one.name}) ${one.isPath ? "compopt -o default; " : ""}return ;;\n`,
  )
  .join("")}  esac
  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W ${names(options)} -- "$cur"))
    return
  fi
  case $word in
    '') words=${names(first)} ;;
${[...after].map(([key, list]) => `    ${key}) words=${names(list)} ;;\n`).join("")}    ${files.join(" | ")}) compopt -o default; return ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -F ${name} ${bin}
`;
}

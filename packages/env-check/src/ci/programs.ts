// Programs as far as they count for what a job has installed.
import type { ShellWord } from "@caio/repo-model/hooks";
import { commandSources } from "../data/commands.js";

/** Programs that leave what is installed as it is. */
const harmless = new Set(
  ". : [ [[ alias awk aws az base64 basename bc break case cat cd chmod chown cmp codecov codespell command comm continue coverage cp curl cut cygpath date declare df diff dirname docker docker-compose du echo env eval exit expr export false file find fold free gcc g++ gh git go gpg grep gunzip gzip hash head hostname id jq kill lcov less ln local locale-gen ls make-dir md5sum mkdir mktemp mv nproc od openssl patch popd printenv printf ps pushd pwd read readlink realpath return rg rm rmdir rsync ruff black flake8 mypy isort pylint bandit pyright sed seq set sha256sum shellcheck shift shopt sleep sort ssh stat sudo systemctl tail tar tee test time timeout touch tr trap tree true twine type ulimit umask uname uniq unset unzip vale wait wc wget which whoami xz yes yq zip mount umount swapoff swapon playwright django-admin pre-commit-uv Xvfb xvfb-run actionlint cargo rustup cmake clang ccache javac java mvn gradle dotnet helm kubectl terraform ldd nm strip locale localedef mysql psql createdb redis-cli pg_isready sqlite3 node ffmpeg gdb lsb_release sysctl modprobe update-alternatives update-locale hatchling check-manifest pyroma validate-pyproject cibuildwheel sphinx-build mkdocs interrogate semgrep deptry vulture msgfmt gettext".split(
    " ",
  ),
);
/** Programs of Python distributions that install, or run what does. */
const installing = new Set(
  "invoke inv maturin meson ansible-playbook ansible pip-sync cookiecutter tox nox pre-commit prek poetry pdm hatch uv pipenv".split(" "),
);

/** Whether a program leaves what is installed as it is: one of those above, or one of a known distribution of Python. */
export const isHarmless = (name: string): boolean => harmless.has(name) || (commandSources.get(name)?.kind === "python" && !installing.has(name));

/** Package managers of systems. */
export const system = new Set(["apt", "apt-get", "brew", "choco", "dnf", "yum", "apk", "pacman", "zypper", "snap", "microdnf"]);
/** Tools that run commands in a project's environment. */
export const runners: Readonly<Record<string, "uv" | "poetry" | "pdm" | "pipenv" | "hatch">> = {
  uv: "uv",
  poetry: "poetry",
  pdm: "pdm",
  pipenv: "pipenv",
  hatch: "hatch",
};

/** A word as a shell reads it back. */
export const quoted = ({ text, isQuoted }: ShellWord): string => (isQuoted || !/^[\w@%+=:,./[\]-]+$/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : text);

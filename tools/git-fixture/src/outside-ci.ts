// The environment of a maintainer's terminal.

/** This process's environment without what a CI system, git or a virtual environment says of itself. */
export function outsideCi(): NodeJS.ProcessEnv {
  const said = /^(?:GITHUB_|GITLAB_|CI$|CI_|GIT_|VIRTUAL_ENV$|FORCE_COLOR$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !said.test(name)));
}

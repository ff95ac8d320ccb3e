// Words that a shell or every POSIX system has: no need of a repository.

/** Builtins of bash and programs of POSIX, util-linux and coreutils; what always comes with git and Python. */
export const shellWords: ReadonlySet<string> = new Set(
  `
    . : [ [[ alias bg break builtin cd command continue declare dirs disown echo enable eval exec exit export false fg function getopts hash
    help history jobs kill let local logout mapfile popd printf pushd pwd read readarray readonly return select set shift shopt source suspend
    test time times trap true type typeset ulimit umask unalias unset until wait while
    arch awk base64 basename bash cat chgrp chmod chown cksum clear cmp comm cp csplit cut date dash dd df diff dir dirname du egrep env
    expand expr factor fgrep file find fmt fold git grep groups head hostname id install join less link ln locale logger logname ls md5sum mkdir mkfifo
    mknod mktemp more mv nice nl nohup nproc numfmt od paste patch pathchk printenv ps readlink realpath rev rm rmdir sed seq sh sha1sum
    sha256sum shred shuf sleep sort split stat stdbuf strings sudo sum sync tac tail tar tee timeout touch tr tree truncate tsort tty uname
    unexpand uniq unlink uptime users watch wc which who whoami xargs yes zcat gzip gunzip zip unzip
  `
    .trim()
    .split(/\s+/),
);

#!/bin/sh
# small-disk.sh ORIGIN DISK OUT FREE READONLY COMMAND...: in a mount namespace of its own, copies ORIGIN onto a tmpfs at DISK that has FREE KiB left, or `all`, and
# whose folder READONLY, where it is not empty, takes no writes. Runs COMMAND there, and once more with room. Leaves what it said, its exit codes and the files in OUT.
set -e
origin=$1 disk=$2 out=$3 free=$4 readonly=$5
shift 5
mount -t tmpfs -o size=4m none "$disk"
cp -a "$origin/." "$disk"
cd "$disk"
[ "$free" = all ] || dd if=/dev/zero of=.git/filler bs=1k count=$(($(df -k . | awk 'END { print $4 }') - free)) 2>/dev/null
if [ -n "$readonly" ]; then
  mount --bind "$readonly" "$readonly"
  mount -o remount,bind,ro "$readonly"
  # What is below a mount is seen from outside of it alone.
  cd "$disk"
fi
status=0
"$@" >"$out/told" 2>&1 </dev/null || status=$?
echo "$status" >"$out/status"
[ -z "$readonly" ] || umount "$readonly"
rm -f .git/filler
mkdir "$out/files" "$out/again"
cp -a . "$out/files"
status=0
"$@" >"$out/told-again" 2>&1 </dev/null || status=$?
echo "$status" >"$out/status-again"
cp -a . "$out/again"
# Root's own files could not be removed by who asked for this.
chown -R --reference="$origin" "$out"

/**
 * What a host is told, in POSIX sh, to capture: one tcpdump for each spot, which writes to a file of
 * its own. All that varies are the script's arguments.
 */

/** The longest frame kept in full, in bytes. */
const SNAP_LENGTH = 10_000;

/** Arguments: a folder, a filter, and spots such as `ens5:inout`. Ends when all of them listen. */
export const START = `folder=$1 filter=$2; shift 2
command -v tcpdump >/dev/null || { echo 'there is no tcpdump' >&2; exit 127; }
mkdir -m 777 "$folder" || exit 1
for spot do
  tcpdump -n -i "\${spot%:*}" -Q "\${spot##*:}" -w "$folder/$spot.pcap" -U --immediate-mode \\
    --time-stamp-precision=nano -s ${SNAP_LENGTH} "$filter" </dev/null >/dev/null 2>"$folder/$spot.log" &
  echo $! >>"$folder/pids"
done
tries=0
until [ "$(cat "$folder"/*.log | grep -c 'listening on')" -ge $# ]; do
  tries=$((tries + 1))
  [ $tries -lt 100 ] || { cat "$folder"/*.log >&2; exit 1; }
  sleep 0.1
done`;

/** Arguments: the folder, the seconds in which late frames arrive. Prints what each tcpdump counted. */
export const STOP = `folder=$1; sleep "$2"
kill -INT $(cat "$folder/pids")
tries=0
until [ "$(cat "$folder"/*.log | grep -c 'dropped by kernel')" -ge "$(grep -c . "$folder/pids")" ]; do
  tries=$((tries + 1))
  [ $tries -lt 100 ] || { cat "$folder"/*.log >&2; exit 1; }
  sleep 0.1
done
for log in "$folder"/*.log; do echo "$log"; cat "$log"; done`;

/** Argument: the folder. Ends whatever captures there, and leaves nothing. */
export const ABANDON = `folder=$1; [ -d "$folder" ] || exit 0
kill $(cat "$folder/pids")
rm -r "$folder"`;

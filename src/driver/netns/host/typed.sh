# Runs what somebody typed on a host, in a network namespace that this was started in, so that it can
# touch that namespace and nothing else of the machine: all files are to be read only, other processes
# cannot be seen, and of root's rights only those over the network are left.
#
#     typed.sh HOSTNAME LINES
set -e
hostname "$1"
findmnt -rno TARGET | while read -r target; do
  case $target in /proc* | /sys* | /dev*) ;; *) mount -n -o remount,bind,ro "$target" 2>/dev/null || true ;; esac
done
# Nobody may speak to the machine's daemons.
mount -n -t tmpfs tmpfs /run
mount -n -t tmpfs tmpfs /tmp
mount -n -t proc proc /proc
mount -n --bind /proc/sys/net /proc/sys/net
mount -n -o remount,bind,ro /proc
mount -n -o remount,bind,ro /sys
# Disks are files, too.
mount -n -t tmpfs tmpfs /tmp
for device in null zero full random urandom tty; do
  touch "/tmp/$device"
  mount -n --bind "/dev/$device" "/tmp/$device"
done
mount -n --move /tmp /dev
mount -n -t tmpfs tmpfs /tmp
ln -s /proc/self/fd /dev/fd
cd /tmp
rights=-all,+net_admin,+net_raw,+net_bind_service,+setuid,+setgid,+setpcap
exec setpriv --bounding-set "$rights" --inh-caps "$rights" bash -c 'eval "$1"' bash "$2"

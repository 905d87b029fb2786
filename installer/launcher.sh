#!/bin/sh
# Starts Backlot. Everything it needs lies beside it: a run-time image of the JDK, the jars, the models.
self=$0
case $self in
    */*) ;;
    *) self=./$self ;;
esac
while [ -L "$self" ]; do
    link=$(readlink -- "$self")
    case $link in
        /*) self=$link ;;
        *) self=${self%/*}/$link ;;
    esac
done
home=$(CDPATH='' cd -- "${self%/*}/.." && pwd -P) || exit 2

# Without a UTF-8 locale Java cannot read a prompt or a file name beyond ASCII from its arguments.
case ${LC_ALL:-${LC_CTYPE:-${LANG:-}}} in
    *[Uu][Tt][Ff]-8 | *[Uu][Tt][Ff]8) ;;
    *)
        unset LC_ALL
        LC_CTYPE=C.UTF-8
        export LC_CTYPE
        ;;
esac

# A command that makes pictures spends its time in native code and ends soon: the quick compiler alone saves a fifth of
# a second. Verifying runs long in Java and keeps both compilers; it needs little room, so its youngest objects get
# little.
tuning=
case @MAIN_CLASS@/${1:-} in
    */generate | */replay | */export | */inspect) tuning=-XX:TieredStopAtLevel=1 ;;
    *VerifierMain/* | */ledger) tuning=-Xmn48m ;;
esac

# The window and the commands load different things, so each has a cache of its own.
cache=backlot
case @MAIN_CLASS@/${1:-} in
    *.Main/ | *.Main/--measure-start) cache=window ;;
esac

# The JVM's own remarks go to standard error: standard output belongs to the program. A cache that no longer fits
# (the folder was moved, a jar was touched) costs start-up time only, so nothing is said about it.
exec "$home/runtime/bin/java" \
    -Xlog:disable -Xlog:all=warning:stderr '-Xlog:aot*=off:stderr' '-Xlog:cds*=off:stderr' \
    -XX:+UseSerialGC -XX:-UsePerfData $tuning \
    -XX:AOTCache="$home/lib/$cache.aot" \
    -Dbacklot.home="$home" \
    -Donnxruntime.native.path="$home/lib/native" \
    -Dorg.sqlite.lib.path="$home/lib/native" \
    --enable-native-access=@NATIVE_ACCESS@ \
    --module-path "$home/lib" \
    --module studio.backlot/@MAIN_CLASS@ "$@"

# Runs its arguments with a Python that is new enough: `sh stack/python.sh script.py …`.
# PYTHON names one; without it the usual names are tried. Needs nothing but the shell.

needs="Python 3.11 or newer is needed"
found=""

for candidate in ${PYTHON:+"$PYTHON"} ${PYTHON:-python3 python3.14 python3.13 python3.12 python3.11}; do
    command -v "$candidate" >/dev/null 2>&1 || continue
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
        exec "$candidate" "$@"
    fi
    found="$found $candidate"
done

if [ -n "$PYTHON" ]; then
    echo "$needs: PYTHON=$PYTHON is not one." >&2
elif [ -n "$found" ]; then
    echo "$needs:$found on the PATH will not do. Name another one with PYTHON=/path/to/python3." >&2
else
    echo "$needs, and none is on the PATH. Name it with PYTHON=/path/to/python3." >&2
fi
exit 1

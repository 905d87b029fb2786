#!/bin/sh
# Makes the plate of the sample show anew: sample.backlot, and the card of whoever signs it.
# Run it with the launcher to use:   BACKLOT=target/backlot/bin/backlot sh assets/sample/make.sh
# The picture comes out the same; keys, times and numbers of the package do not.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export BACKLOT_APP_FOLDER="$work/app" BACKLOT_KEYRING=off
maker="Backlot project"
: "${BACKLOT:?set BACKLOT to the launcher}"
$BACKLOT production new "$work/show" --preset solo --person "$maker"
$BACKLOT generate --production "$work/show" --person "$maker" --pack backdrop-mini --seed 51 --steps 25 --upscale 4 \
    --prompt "mountains above a lake at dusk, moon and stars, pine forest" --out "$work/plate.png"
# record 2 is the outcome: 0 began the production, 1 was what was asked for
$BACKLOT submit "$work/show" 2 --person "$maker" --to "$maker" --use idea
$BACKLOT package export "$work/show" "$here/sample.backlot" --person "$maker" --to "$maker" --open prompts
$BACKLOT person card --person "$maker" --out "$here/maker.card"

"""What Pillow and Python say about exported PNG files and web UI texts, as one JSON document.

usage: check_png.py pictures FILE.png...    size, mode, SHA-256 of the RGB samples, texts, source type in the XMP
       check_png.py texts FILE.json         reads a list of texts as the web UI's infotext_utils does

Needs Pillow (tried with 13.0.0); the rest is Python's own library.
"""

import hashlib
import json
import re
import sys
import xml.etree.ElementTree as xml

from PIL import Image

EXTENSION = "{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}"
DC = "{http://purl.org/dc/elements/1.1/}"
RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PAIR = re.compile(r'\s*(\w[\w \-/]+):\s*("(?:\\.|[^\\"])+"|[^,]*)(?:,|$)')


def picture(path):
    with Image.open(path) as image:
        image.load()
        texts = {key: str(value) for key, value in image.text.items()}
        rgb = image.convert("RGB").tobytes()
        size, mode = image.size, image.mode
    packet = xml.fromstring(texts["XML:com.adobe.xmp"])
    description = packet.find(f".//{RDF}Description")
    source = description.get(EXTENSION + "DigitalSourceType") or description.findtext(EXTENSION + "DigitalSourceType")
    creators = [item.text for item in packet.findall(f".//{DC}creator/{RDF}Seq/{RDF}li")]
    return {
        "width": size[0],
        "height": size[1],
        "mode": mode,
        "samples": hashlib.sha256(rgb).hexdigest(),
        "parameters": texts["parameters"],
        "backlot": json.loads(texts["backlot"]),
        "digitalSourceType": source,
        "creators": creators,
    }


def unquoted(value):
    if len(value) < 2 or value[0] != '"' or value[-1] != '"':
        return value
    try:
        return json.loads(value)
    except ValueError:
        return value


def parsed(text):
    *lines, last = text.strip().split("\n")
    pairs = PAIR.findall(last)
    if len(pairs) < 3:
        lines.append(last)
        pairs = []
    parts = {"prompt": "", "negative": ""}
    part = "prompt"
    for line in lines:
        line = line.strip()
        if line.startswith("Negative prompt:"):
            part = "negative"
            line = line[len("Negative prompt:"):].strip()
        parts[part] += ("" if parts[part] == "" else "\n") + line
    return parts | {"values": {key: unquoted(value) for key, value in pairs if value}}


def main(kind, *paths):
    if kind == "pictures":
        answer = [picture(path) for path in paths]
    else:
        with open(paths[0], encoding="utf-8") as file:
            answer = [parsed(text) for text in json.load(file)]
    sys.stdout.buffer.write(json.dumps(answer, ensure_ascii=False).encode("utf-8"))


if __name__ == "__main__":
    main(*sys.argv[1:])

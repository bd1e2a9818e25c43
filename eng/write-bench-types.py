#!/usr/bin/env python3
"""Writes the types that the API benchmark compares with: write-bench-types.py SPEC_DIR OUT_DIR

From api-fields.tsv: one .proto file for Google.Protobuf, and plain classes for System.Text.Json, of the kinds below and all that they reach.
"""
import collections
import csv
import sys

spec, out = sys.argv[1:3]
ROOTS = [("k8s.io.api.core.v1", k) for k in ("Pod", "Node", "Secret")] + [("k8s.io.api.apps.v1", "Deployment"), ("k8s.io.api.discovery.v1", "EndpointSlice")]
JSON = {"Quantity": "string", "Time": "DateTime?", "MicroTime": "DateTime?", "IntOrString": "IntOrString?", "FieldsV1": "System.Text.Json.JsonElement?", "Duration": "string"}
SCALARS = {"string": "string", "bool": "bool?", "int32": "int?", "int64": "long?", "bytes": "byte[]", "double": "double?"}

tables = collections.defaultdict(list)
with open(f"{spec}/api-fields.tsv") as table:
    for row in csv.DictReader(table, delimiter="\t"):
        tables[(row["package"], row["message"])].append(row)
homes = collections.defaultdict(list)
for package, message in tables:
    homes[message].append(package)


def resolve(package, text):
    """The package and name of a message type; None for scalars."""
    if text in SCALARS:
        return None
    if text.startswith("."):
        return tuple(text[1:].rsplit(".", 1))
    if (package, text) in tables:
        return (package, text)
    return (homes[text][0], text)


def parts(row):
    """Whether it is a map, and the element's type."""
    text = row["proto_type"]
    return (True, text[4:-1].split(",")[1].strip()) if text.startswith("map<") else (False, text)


seen, queue = collections.OrderedDict(), list(ROOTS)
while queue:
    key = queue.pop(0)
    if key in seen:
        continue
    seen[key] = tables[key]
    for row in tables[key]:
        target = resolve(key[0], parts(row)[1])
        if target and target not in seen:
            queue.append(target)

names = {}
for package, message in seen:
    names[(package, message)] = message if message not in names.values() else package.split(".")[-2].capitalize() + message

with open(f"{out}/bench.proto", "w") as proto:
    proto.write('// Written by eng/write-bench-types.py.\nsyntax = "proto2";\npackage bench;\noption csharp_namespace = "Cybernetes.Api.Bench.Proto";\n')
    for key, rows in seen.items():
        proto.write(f"\nmessage {names[key]} {{\n")
        for row in rows:
            is_map, element = parts(row)
            target = resolve(key[0], element)
            element = names[target] if target else element
            kind = f"map<string, {element}>" if is_map else f"{row['label']} {element}"
            proto.write(f"  {kind} {row['field']} = {row['number']};\n")
        proto.write("}\n")


def members(key):
    for row in seen[key]:
        is_map, element = parts(row)
        target = resolve(key[0], element)
        if target and row["presence"] == "inline":
            yield from members(target)
            continue
        if target and target[1] in JSON:
            kind = JSON[target[1]]
        elif target:
            kind = names[target]
        else:
            kind = SCALARS[element]
        kind = kind.rstrip("?") if is_map or row["label"] == "repeated" else kind
        kind = f"Dictionary<string, {kind}>" if is_map else f"List<{kind}>" if row["label"] == "repeated" else kind
        yield kind if kind.endswith("?") else kind + "?", row["field"]


files, lines = [], []
for key in seen:
    if key[1] in JSON:
        continue
    lines.append(f"internal sealed class {names[key]}\n{{\n")
    if key in ROOTS:
        lines.append("    public string? apiVersion { get; set; }\n    public string? kind { get; set; }\n")
    done = set()
    for kind, field in members(key):
        if field not in done:
            done.add(field)
            lines.append(f"    public {kind} @{field} {{ get; set; }}\n")
    lines.append("}\n\n")
    if sum(line.count("\n") for line in lines) > 450:
        files.append(lines)
        lines = []
files.append(lines)
for number, lines in enumerate(files):
    with open(f"{out}/Plain.{number + 1}.cs", "w") as code:
        code.write("// Written by eng/write-bench-types.py.\n#nullable enable\n#pragma warning disable IDE1006 // names as in JSON\nnamespace Cybernetes.Api.Bench.Plain;\n\n")
        code.write("".join(lines).rstrip() + "\n")

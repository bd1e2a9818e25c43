#!/usr/bin/env python3
"""Writes a .proto file from the field tables: write-proto.py SPEC_DIR PACKAGE SERVICES CSHARP_NAMESPACE > out.proto

SPEC_DIR holds grpc-fields.tsv, grpc-enums.tsv and grpc-methods.tsv; SERVICES is a comma-separated list, only their methods
and the messages of PACKAGE are written. Methods name empty messages that the field table does not list; those are added.
"""
import collections
import csv
import sys

spec, package, services, namespace = sys.argv[1:5]


def rows(name):
    with open(f"{spec}/grpc-{name}.tsv") as table:
        return [r for r in csv.DictReader(table, delimiter="\t") if r["package"] == package]


wanted = services.split(",")
methods = [m for m in rows("methods") if m["service"] in wanted]
messages = collections.OrderedDict()
for row in rows("fields"):
    messages.setdefault(row["message"], []).append(row)
for method in methods:
    for column in ("request", "response"):
        messages.setdefault(method[column].removeprefix("stream ").split(".")[-1], [])
enums = collections.OrderedDict()
for row in rows("enums"):
    enums.setdefault(row["enum"], []).append(row)

nested = collections.defaultdict(list)
for name in [n for n in messages if "." in n]:
    nested[name.rsplit(".", 1)[0]].append(("message", name))
for name in [n for n in enums if "." in n]:
    nested[name.rsplit(".", 1)[0]].append(("enum", name))


def write_enum(name, indent):
    print(f"{indent}enum {name.split('.')[-1]} {{")
    for value in enums[name]:
        print(f"{indent}  {value['value']} = {value['number']};")
    print(f"{indent}}}")


def write_message(name, indent):
    print(f"{indent}message {name.split('.')[-1]} {{")
    for kind, inner in nested[name]:
        (write_enum if kind == "enum" else write_message)(inner, indent + "  ")
    oneof = ""
    for field in messages[name]:
        if oneof != (field["oneof"] or "") and oneof:
            print(f"{indent}  }}")
        if (field["oneof"] or "") != oneof and field["oneof"]:
            print(f"{indent}  oneof {field['oneof']} {{")
        oneof = field["oneof"] or ""
        label = field["label"] + " " if field["label"] else ""
        print(f"{indent}  {label}{field['proto_type'].replace(',', ', ')} {field['field']} = {field['number']};")
    if oneof:
        print(f"{indent}  }}")
    print(f"{indent}}}")


print("// Written by eng/write-proto.py from the field tables; do not edit.")
print(f'syntax = "proto3";\npackage {package};\noption csharp_namespace = "{namespace}";\n')
for service in wanted:
    print(f"service {service} {{")
    for m in methods:
        if m["service"] == service:
            print(f"  rpc {m['method']}({m['request']}) returns ({m['response']});")
    print("}\n")
for name in enums:
    if "." not in name:
        write_enum(name, "")
        print()
for name in messages:
    if "." not in name:
        write_message(name, "")
        print()

"""Reads exports with the libraries of the formats' own makers, and asks the reconciliation service as its clients do.

One word and one file (or address) as arguments; one JSON object as answer.
"""

import json
import sys


def ftm(path):
    from followthemoney import model
    from followthemoney.exc import InvalidData

    counts, problems, lines = {}, [], 0
    with open(path, encoding="utf-8") as lines_of:
        for line in lines_of:
            data = json.loads(line)
            lines += 1
            schema = model.get(data["schema"])
            if schema is None or schema.abstract:
                problems.append(f"{data['id']}: no schema {data['schema']}")
                continue
            counts[schema.name] = counts.get(schema.name, 0) + 1
            for name, values in data["properties"].items():
                prop = schema.get(name)
                if prop is None:
                    problems.append(f"{schema.name} has no property {name}")
                    continue
                for value in values:
                    if prop.type.clean(value) is None:
                        problems.append(f"{schema.name}.{name}: {value!r} is no {prop.type.name}")
            try:
                model.get_proxy(data)
                schema.validate(data)
            except InvalidData as error:
                problems.append(f"{data['id']}: {error.errors if hasattr(error, 'errors') else error}")
    return {"count": lines, "schemata": counts, "problems": problems}


def graphml(path):
    import networkx

    graph = networkx.read_graphml(path)
    return {"count": graph.number_of_nodes(), "edges": graph.number_of_edges(), "directed": graph.is_directed(), "problems": []}


def nquads(path):
    from rdflib import Dataset

    dataset = Dataset()
    dataset.parse(path, format="nquads")
    return {"count": len(dataset), "problems": []}


def nanopub(path):
    import tempfile

    from nanopub import Nanopub
    from rdflib import Dataset, Namespace, RDF

    np = Namespace("http://www.nanopub.org/nschema#")
    problems, count = [], 0
    # One document for each: the library reads one nanopublication at a time.
    with open(path, encoding="utf-8") as file:
        documents = file.read().split("\n\n")
    for document in documents:
        if not document.strip():
            continue
        count += 1
        dataset = Dataset()
        dataset.parse(data=document, format="trig")
        try:
            if not Nanopub(rdf=dataset).is_valid:
                problems.append(f"number {count} is not valid")
        except Exception as error:  # the library says what is wrong by several kinds of errors
            problems.append(f"number {count}: {error}")
    return {"count": count, "problems": problems}


def reconcile(address):
    import numpy
    import pandas

    # The library was written for a numpy in which it still had this name.
    numpy.NaN = numpy.nan
    from reconciler import reconcile as ask

    names = ["Amazon Web Services", "Putin, Vladimir", "Владимир Путин", "Lukasz Zolty", "BuzzFede News", "Nobody at all"]
    found = ask(pandas.Series(names), reconciliation_endpoint=address, top_res=1)
    rows = [[row["input_value"], None if pandas.isna(row["name"]) else row["name"], bool(row["match"])] for _, row in found.iterrows()]
    return {"count": len(rows), "rows": rows, "problems": []}


print(json.dumps({"ftm": ftm, "graphml": graphml, "nquads": nquads, "nanopub": nanopub, "reconcile": reconcile}[sys.argv[1]](sys.argv[2])))

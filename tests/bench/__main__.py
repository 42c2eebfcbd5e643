"""`make bench`: every bench, one after the other; figures are ratios to a reference in the same run."""

from importlib import import_module

for title, module in (
    ("Reading", "tests.bench.reading"),
    ("Memory of an ingest", "tests.bench.memory"),
    ("Stores beside their bare engines", "tests.bench.stores"),
    ("Pages beside plain pyvis", "tests.bench.views"),
):
    print(f"\n{title}")
    import_module(module).main()

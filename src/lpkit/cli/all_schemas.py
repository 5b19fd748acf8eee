"""All JSON Schemas that lpkit and its exporters know: for `lpkit schema`, and to complete their names."""

from collections.abc import Mapping
from typing import Any

from lpkit.export import exporter_names, load_exporter


def all_schemas() -> dict[str, Mapping[str, Any]]:
    """Give all schemas by file name: the format's, the report's, and those of the installed exporters."""
    from lpkit.report._json_types import report_schema
    from lpkit.schema.publish import published_schemas

    schemas: dict[str, Mapping[str, Any]] = {**published_schemas(), "diagnostics.schema.json": report_schema()}
    for name in exporter_names():
        schemas.update(load_exporter(name).schemas)
    return dict(sorted(schemas.items()))

"""House schemas: JSON Schemas of an organisation's own, applied to packs with positions."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lpkit.diagnostic import Path as ValuePath
from lpkit.errors import LpkitError
from lpkit.files import SCHEMA_MOST, UnreadableError, read_file, read_json
from lpkit.schema import Misfit

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator

_LONG = 120

_ABOUT_KEYS = {"required", "dependentRequired", "minProperties", "maxProperties", "propertyNames"}


class HouseSchema:
    """A JSON Schema file of the organisation, ready to validate packs."""

    def __init__(self, name: str, validator: "Validator", content: bytes) -> None:
        self.name = name
        self.digest = sha256(content).hexdigest()
        """What is equal for schemas that demand the same."""
        self._validator = validator

    def misfits(self, data: Any) -> list[Misfit]:
        """Give where data departs from the schema; the deepest cause where alternatives are tried.

        Raises LpkitError where the schema refers to something that it does not hold, or cannot be applied.
        """
        from jsonschema.exceptions import best_match
        from referencing.exceptions import Unresolvable

        try:
            found = [best_match([error]) or error for error in self._validator.iter_errors(data)]
        except RecursionError as error:
            hint = "mend the references of the schema, and look for one that leads back to itself"
            raise LpkitError(f"{self.name} refers to itself without an end", hint) from error
        except Unresolvable as error:
            raise LpkitError(
                f"{self.name}: {error.ref} leads nowhere", "keep everything that the schema refers to in its file"
            ) from error
        except MemoryError:
            raise
        except Exception as error:
            # Nothing of ours runs here: references to no schema, or to no address, raise whatever they come upon.
            raise LpkitError(f"{self.name} cannot be applied: {_said(error)}", "mend the references of it") from error
        return [_misfit(self.name, error) for error in found]


def load_house_schemas(files: Sequence[Path]) -> list[HouseSchema]:
    """Read the schemas of the settings.

    Raises LpkitError where one is missing, is not JSON or is no JSON Schema.
    """
    return [_load(file) for file in files]


def _load(file: Path) -> HouseSchema:
    from referencing import Registry

    try:
        text = read_file(file, SCHEMA_MOST)
        content = read_json(text.decode())
    except UnreadableError as error:
        raise LpkitError(error.message, 'mend "schemas" in the settings') from error
    except ValueError as error:
        raise LpkitError(f"{file} is not JSON: {error}", "mend the file") from error
    # An empty registry: a reference to another host is an error, not a request.
    return HouseSchema(file.name, _kind(file, content)(content, registry=Registry()), text)


def _kind(file: Path, content: Any) -> "type[Validator]":
    """Give what validates by the version of JSON Schema that a schema names, which it keeps to itself."""
    from jsonschema.exceptions import SchemaError
    from jsonschema.validators import Draft202012Validator, validator_for

    try:
        kind = validator_for(content, default=Draft202012Validator)
        kind.check_schema(content)
    except RecursionError as error:
        raise LpkitError(f"{file} is no JSON Schema that can be read: it never ends", "mend the file") from error
    except SchemaError as error:
        raise LpkitError(f"{file} is not a JSON Schema: {error.message}", "mend the file") from error
    except MemoryError:
        raise
    except Exception as error:  # Nothing of ours runs here either.
        raise LpkitError(f"{file} is not a JSON Schema: {_said(error)}", "mend the file") from error
    return kind


def _said(error: Exception) -> str:
    said = " ".join(str(error).split())
    return said if len(said) <= _LONG else f"{said[: _LONG - 1]}…"


def _misfit(name: str, error: "ValidationError") -> Misfit:
    at: ValuePath = tuple(error.absolute_path)
    message = error.message if len(error.message) <= _LONG else f"{error.message[: _LONG - 1]}…"
    part: dict[str, Any] = error.schema if isinstance(error.schema, dict) else {}
    advice = part.get("description")
    extra: list[str] = []
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        extra = sorted(set(error.instance) - set(part.get("properties", {})))[:1]
    on_key = bool(extra) or error.validator in _ABOUT_KEYS
    return Misfit("house-schema", (*at, *extra), f"{message} ({name})", str(advice) if advice else None, on_key=on_key)
